// The deadline of a dependency: one for all work in a request, and which failures become which problem.
import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { throttledNames } from '../testing/throttled-names.ts'
import { createWithin, withDeadlines } from './deadlines.ts'
import { Problem } from './http/problem.ts'

const slugOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.slug : error),
  )

test('the calls of one request share a deadline, and a later request has its own', async () => {
  const within = createWithin('DynamoDB', 300)
  const calls = async () => {
    for (let n = 0; n < 20; n += 1) await within(() => setTimeout(100))
  }
  const started = performance.now()
  expect(await slugOf(withDeadlines(calls))).toBe('gateway-timeout')
  expect(performance.now() - started).toBeLessThan(1900)
  expect(await slugOf(withDeadlines(() => within(() => Promise.resolve())))).toBe('done')
})

test('two dependencies of one request have a deadline each', async () => {
  const [s3, dynamodb] = [createWithin('S3', 50), createWithin('DynamoDB', 5000)]
  await withDeadlines(async () => {
    expect(await slugOf(s3(() => setTimeout(1000)))).toBe('gateway-timeout')
    expect(await slugOf(dynamodb(() => setTimeout(1)))).toBe('done')
    expect(await slugOf(s3(() => Promise.resolve()))).toBe('gateway-timeout')
  })
})

test('a deadline ends with the last of its works', async () => {
  const within = createWithin('S3', 60)
  let deadline: AbortSignal | undefined
  await withDeadlines(async () => {
    const short = within(async (signal) => {
      deadline = signal
      await setTimeout(1)
    })
    expect(await slugOf(short)).toBe('done')
    await setTimeout(120)
    expect(deadline?.aborted).toBe(false)
    // The time of the request is over all the same.
    expect(await slugOf(within(() => setTimeout(1)))).toBe('gateway-timeout')
    expect(deadline?.aborted).toBe(true)
  })
  await withDeadlines(async () => {
    const works = [within(() => setTimeout(1)), within(() => setTimeout(1000))]
    expect(await Promise.all(works.map(slugOf))).toEqual(['done', 'gateway-timeout'])
  })
})

test('without a request, each call has the whole time', async () => {
  const within = createWithin('DynamoDB', 2000)
  for (let n = 0; n < 3; n += 1) expect(await slugOf(within(() => setTimeout(800)))).toBe('done')
  expect(await slugOf(createWithin('DynamoDB', 50)(() => setTimeout(1000)))).toBe('gateway-timeout')
})

const failing = (members: object) => Object.assign(new Error('It failed.'), members)
const answered = (httpStatusCode: number, name = 'Error') => failing({ name, $metadata: { httpStatusCode } })

test.each<[string, Error, string | undefined]>([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'].map(
    (code): [string, Error, string] => [code, failing({ code, $metadata: {} }), 'service-unavailable'],
  ),
  ['a certificate of somebody else', failing({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'service-unavailable'],
  ['a certificate of nobody', failing({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'service-unavailable'],
  ['an answer that is no HTTP', failing({ code: 'HPE_INVALID_CONSTANT' }), 'service-unavailable'],
  ['no connection in time', failing({ name: 'TimeoutError' }), 'service-unavailable'],
  ['no connection, says the kernel', failing({ code: 'ETIMEDOUT', syscall: 'connect' }), 'service-unavailable'],
  ['no answer in time', failing({ name: 'TimeoutError', code: 'ETIMEDOUT' }), 'gateway-timeout'],
  ...throttledNames.map((name): [string, Error, string] => [name, answered(400, name), 'service-unavailable']),
  ...[429, 500, 502, 503, 504].map((status): [string, Error, string] => [
    String(status),
    answered(status),
    'service-unavailable',
  ]),
  ['a success that cannot be read', answered(200, 'SyntaxError'), 'service-unavailable'],
  ['a wrong request', answered(400, 'ValidationException'), undefined],
  ['a right that is missing', answered(403, 'AccessDeniedException'), undefined],
  ['a failed condition', answered(400, 'ConditionalCheckFailedException'), undefined],
  ['a bug', new TypeError('x is not a function'), undefined],
  ['a wrong argument', failing({ code: 'ERR_INVALID_ARG_TYPE' }), undefined],
])('%s', async (_what, error, slug) => {
  expect(await slugOf(createWithin('DynamoDB')(() => Promise.reject(error)))).toBe(slug ?? error)
})

const problemWith = (dependency: 'S3' | 'Bedrock', error: Error) =>
  createWithin(dependency)(() => Promise.reject(error)).catch((thrown: unknown) => thrown as Problem)

// The alarm that rolls a new version back leaves these out.
test.each<[string, 'S3' | 'Bedrock', Error, boolean]>([
  ['a throttled dependency', 'S3', answered(400, 'SlowDown'), true],
  ['a dependency that is too busy', 'S3', answered(429), true],
  ['a dependency that has failed', 'S3', answered(503), true],
  ['a model that is late', 'Bedrock', failing({ name: 'TimeoutError', code: 'ETIMEDOUT' }), true],
  ['an address that is wrong', 'S3', failing({ code: 'ENOTFOUND' }), false],
  ['another dependency that is late', 'S3', failing({ name: 'TimeoutError', code: 'ETIMEDOUT' }), false],
  ['a success that cannot be read', 'S3', answered(200, 'SyntaxError'), false],
])('whether a version is to blame for %s', async (_what, dependency, error, isElsewhere) => {
  expect(await problemWith(dependency, error)).toMatchObject({ isElsewhere })
})

test('the log has the dependency and the cause, the answer has neither', async () => {
  const cause = failing({ code: 'ECONNREFUSED' })
  const problem = await createWithin('S3')(() => Promise.reject(cause)).catch((error: unknown) => error as Problem)
  expect(problem).toMatchObject({ cause: { message: 'S3 is not available.', cause } })
  expect((problem as Problem).message).not.toMatch(/S3|ECONN/)
})

/** The status of the request while another server stands in the place of one endpoint. */
async function statusWith(variable: string, answer: RequestListener, ask: (door: FrontDoor) => Promise<number>) {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const door = await openFrontDoor({ [variable]: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  door.restart({ limits: { S3: 400, 'Step Functions': 400 } })
  const started = performance.now()
  const status = await ask(door)
  expect(performance.now() - started).toBeLessThan(5000)
  await door.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return status
}

test('a file that S3 lists and never describes is a 504', async () => {
  const list = '<ListBucketResult><Contents><Key>cases/1/2/a.txt</Key></Contents></ListBucketResult>'
  const answer: RequestListener = (request, response) => {
    if (request.method === 'GET') response.end(list)
  }
  const status = await statusWith('AWS_ENDPOINT_URL_S3', answer, async (door) => {
    const headers = { authorization: `Bearer ${door.idToken()}` }
    const response = await door.send('GET', '/cases/00000000-0000-4000-8000-000000000000/files', { headers })
    return response.status
  })
  expect(status).toBe(504)
})

test.each([
  ['cannot be described yet, and never can', 'ExecutionDoesNotExist', 'gateway-timeout'],
  ['is never described', undefined, 'gateway-timeout'],
  ['is described too often', 'ThrottlingException', undefined],
])('an execution that exists and %s is no fault of ours', async (_what, type, slug) => {
  const answer: RequestListener = (request, response) => {
    const isStart = String(request.headers['x-amz-target']).endsWith('StartExecution')
    const name = isStart ? 'ExecutionAlreadyExists' : type
    if (name) response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(`{"__type":"${name}"}`)
  }
  const status = await statusWith('AWS_ENDPOINT_URL_SFN', answer, async (door) => {
    const response = await door.send('POST', '/workflow/submit', { ...json({ id: 'c-1' }), apiKeyId: 'key' })
    if (slug) expect(bodyOf(response)).toMatchObject({ type: `/docs/problems/${slug}` })
    return response.status
  })
  expect([503, 504]).toContain(status)
})
