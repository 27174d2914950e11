// The response itself of a text or of bytes, with its stream; and what the SDK of another contract is called.
import { beforeAll, describe, expect, test } from 'vitest'
import { loadModule, recorder, sdkFiles, type Files } from './testing/any-contract.ts'
import { contracts } from './testing/made-contracts.ts'

type Raw = Promise<unknown> & { asResponse: () => Promise<Response>; withResponse: () => Promise<{ data: unknown }> }
type Acme = {
  things: Record<string, (...args: unknown[]) => Raw>
  withOptions: (options: object) => Acme
}

let files: Files
let create: (options: object) => Acme

beforeAll(async () => {
  const { features } = contracts
  if (!features) throw new Error('no contract')
  files = await sdkFiles(features)
  // Safe cast: the SDK of this contract.
  create = (await loadModule(files)).createAcme as typeof create
})

/** A body in parts: the second one comes when the first one was read. */
function inParts(onCancel: (reason: unknown) => void = () => undefined, isEndless = false) {
  const parts = ['one', 'two']
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const part = parts.shift()
        if (part === undefined) return isEndless ? new Promise<void>(() => undefined) : controller.close()
        controller.enqueue(encoder.encode(part))
      },
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  )
}

const withAnswers = (answers: Response[], options: object = {}) => {
  const { requests, fetch } = recorder(() => answers.shift() ?? Response.error())
  return { requests, ...create({ baseUrl: 'https://acme.test', fetch, baseDelay: 0, ...options }) }
}

describe.each([
  ['a text', 'sendText', 'a'],
  ['bytes', 'sendBytes', new Blob(['x'])],
  ['anything', 'sendAny', new Blob(['x'])],
])('%s', (_, method, given) => {
  test('is there as the response with its unread stream', async () => {
    const answer = new Response(inParts(), { headers: { 'content-type': 'image/png', etag: '"1"' } })
    const { things } = withAnswers([answer])
    const response = await things[method]?.(given).asResponse()
    expect(response).toBe(answer)
    expect(response?.bodyUsed).toBe(false)
    const parts: string[] = []
    for await (const part of response?.body ?? []) parts.push(new TextDecoder().decode(part as Uint8Array))
    expect(parts).toEqual(['one', 'two'])
  })

  test('ends with the signal of the call, also when the SDK has handed it over', async () => {
    const reasons: unknown[] = []
    const { things } = withAnswers([
      new Response(
        inParts((reason) => reasons.push(reason), true),
        { status: 200 },
      ),
    ])
    const controller = new AbortController()
    const response = await things[method]?.(given, { signal: controller.signal }).asResponse()
    const reader = response?.body?.getReader()
    await reader?.read()
    controller.abort(new Error('enough'))
    await expect(
      (async () => {
        while (!(await reader?.read())?.done);
      })(),
    ).rejects.toThrow('enough')
    await expect.poll(() => reasons).toHaveLength(1)
  })

  test('is refused as a response when it was read', async () => {
    const call = withAnswers([new Response('x')]).things[method]?.(given)
    await call
    await expect(call?.asResponse()).rejects.toMatchObject({
      name: 'AcmeError',
      message: expect.stringContaining('too late') as string,
    })
  })
})

test('a response is asked for as often as an answer, and a failure is thrown as one', async () => {
  const busy = () => new Response(null, { status: 503 })
  const { things, requests } = withAnswers([busy(), new Response('x'), new Response('no', { status: 404 })])
  const response = await things.sendText?.('a', { idempotencyKey: 'k' }).asResponse()
  expect([await response?.text(), requests.length]).toEqual(['x', 2])
  await expect(things.sendText?.('a').asResponse()).rejects.toMatchObject({ name: 'NotFoundError', body: 'no' })
})

test('without asResponse the data is read as before', async () => {
  const { things } = withAnswers([new Response('x', { headers: { etag: '"1"' } })])
  expect(await things.sendText?.('a').withResponse()).toMatchObject({ data: 'x', status: 200, etag: '"1"' })
})

test('withOptions keeps the keys of a contract of several, and takes others', async () => {
  const { requests, withOptions } = withAnswers(
    Array.from({ length: 2 }, () => Response.json({})),
    {
      apiKeys: { other: 'k', inQuery: 'q' },
    },
  )
  await withOptions({ headers: { 'x-one': '1' } }).things.getTwo?.()
  await withOptions({ apiKeys: { other: 'another' } }).things.getTwo?.()
  expect(requests.map(({ url, headers }) => [headers.get('x-other'), new URL(url).search])).toEqual([
    ['k', '?api%20key=q'],
    ['another', '?api%20key=q'],
  ])
})

test('the header and the variable begin with the name of the contract', async () => {
  const { requests, things } = withAnswers([Response.json({})])
  await things.getOpen?.()
  expect(requests[0]?.headers.get('x-acme-client')).toMatch(/^acme-client-sdk\/\S+ Node\.js\/\d+/)
  expect(files['generated/client-sdk/about.ts']).toContain("export const logVariable = 'ACME_LOG'")
})
