// Whatever a storage quotes of an upload, no text of its failure shows the query of the presigned URL or a signed header.
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { failure, impatient } from '../testing/impatient.ts'
import { startServer, type Reaction } from '../testing/server.ts'
import type { ClientOptions } from './index.ts'
import { observe } from './observe.ts'

const signature = 'a3f1c2d4e5b6978812345678deadbeefcafebabe0011223344556677889900aa'
const accessKey = 'ASIAIOSFODNN7EXAMPLE'
const session = 'IQoJb3JpZ2luX2VjEPX//////////wEaCXVzLWVhc3QtMSJHMEUCIQDx+abc/defghijk=='
const customerKey = 'c2VjcmV0LWN1c3RvbWVyLWtleS0wMTIzNDU2Nzg5MDE='
const query = [
  'X-Amz-Algorithm=AWS4-HMAC-SHA256',
  `X-Amz-Credential=${accessKey}%2F20261130%2Feu-central-1%2Fs3%2Faws4_request`,
  'X-Amz-Date=20261130T010203Z',
  `X-Amz-Security-Token=${encodeURIComponent(session)}`,
  `X-Amz-Signature=${signature}`,
  'X-Amz-SignedHeaders=content-type%3Bhost',
].join('&')
const headers = { 'content-type': 'image/png', 'x-amz-server-side-encryption-customer-key': customerKey }

/** The parts that nobody may see. The digits are those of a part of the access key. */
const secrets = [signature, signature.slice(8, 24), accessKey, 'IQoJb3JpZ2luX2VjEPX', 'CXVzLWVhc3QtMSJHMEUCIQDx']
  .concat(['defghijk', customerKey, '20261130T010203Z', 'aws4_request', '41 53 49 41 49 4f'])
  .map((secret) => secret.toLowerCase())

const canonical = `PUT\n/k\n${query.replaceAll('&', '&amp;')}\nx-amz-server-side-encryption-customer-key:${customerKey}`
const digits = Buffer.from(canonical)
  .toString('hex')
  .replace(/../g, (byte) => `${byte} `)
const mismatch = `<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match.</Message>
<AWSAccessKeyId>${accessKey}</AWSAccessKeyId><StringToSign>AWS4-HMAC-SHA256
20261130T010203Z
20261130/eu-central-1/s3/aws4_request</StringToSign><SignatureProvided>${signature}</SignatureProvided>
<CanonicalRequest>${canonical}</CanonicalRequest><CanonicalRequestBytes>${digits}</CanonicalRequestBytes></Error>`

const whole = `https://storage.test/k?${query}`
const page = (body: string, status = 403): Reaction => ({ status, body })
const answers: [string, Reaction][] = [
  ['a wrong signature', page(mismatch)],
  ['an expired token', page(`<Code>ExpiredToken</Code><Token-0>${session}</Token-0>`, 400)],
  ['an unknown key', page(`<Code>InvalidAccessKeyId</Code><AWSAccessKeyId>${accessKey}</AWSAccessKeyId>`)],
  ['a clock that is wrong', page('<Code>RequestTimeTooSkewed</Code><RequestTime>20261130T010203Z</RequestTime>')],
  ['the page of a proxy', page(`<a href="${whole}">blocked</a>`, 503)],
  ['a page with the URL as a parameter', page(`<a href="/why?url=${encodeURIComponent(whole)}">blocked</a>`)],
  ['the URL encoded twice', page(encodeURIComponent(encodeURIComponent(whole)), 500)],
  ['the URL in a script', page(whole.replaceAll('=', '\\u003d').replaceAll('&', '\\x26'), 502)],
  ['a problem', { status: 403, body: { title: whole, detail: signature, [accessKey]: session } }],
  ['a part of the signature', page(`wrong: ${signature.slice(8, 24)}`, 404)],
  ['another case', page(`wrong: ${signature.toUpperCase()}`, 404)],
  ['a header', { status: 403, headers: { location: whole, 'x-request-id': signature, 'x-key': accessKey } }],
]

/** All that a log could print of a failure, with the members that are hidden, and all its causes. */
const shown = (met: unknown): string =>
  [
    inspect(met, { depth: 9, showHidden: true, maxStringLength: Infinity }),
    String((met as Error).stack),
    JSON.stringify(met),
    JSON.stringify([...((met as { headers?: Headers }).headers ?? [])]),
    met instanceof Object && 'cause' in met ? shown(met.cause) : '',
  ].join('\n')

async function upload(storage: string, settings: Partial<ClientOptions> = {}, signed: object = headers) {
  const body = { uploadUrl: `${storage}/k?${query}`, headers: signed, key: 'k', expiresAt: '2999-01-01T00:00:00Z' }
  await using service = await startServer([{ status: 200, body }])
  const lines: unknown[] = []
  const logger = { error: (...line: unknown[]) => lines.push(line), info: (...line: unknown[]) => lines.push(line) }
  const events: unknown[] = []
  const seen = (event: object) => void events.push(event)
  const hooks = { onResponse: seen, onRetry: seen, onError: seen }
  const options = { observe, log: logger, ...hooks, ...settings }
  const error = await failure(impatient(service.url, options).cases.upload('c', new Blob(['x'])))
  return { error, lines, events }
}

function expectNothing({ error, lines, events }: Awaited<ReturnType<typeof upload>>) {
  const text = [error, lines, ...events].map(shown).join('\n').toLowerCase()
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
}

test.each(answers)('a storage that answers with %s', async (_, reaction) => {
  await using storage = await startServer([reaction])
  expectNothing(await upload(storage.url))
})

test('the reason of the storage and its other headers stay', async () => {
  const sent = { 'x-amz-request-id': 'R1', 'retry-after': '0', 'x-amz-id-2': 'H1' }
  await using storage = await startServer([{ status: 403, body: mismatch, headers: sent }])
  const { error } = await upload(storage.url)
  const { body, headers: received } = error as { body: string; headers: Headers }
  expect(body).toContain('<Code>SignatureDoesNotMatch</Code>')
  expect(body).toContain('The request signature we calculated does not match.')
  expect(Object.fromEntries(received)).toMatchObject(sent)
})

test('a fetch whose headers can only be asked by name keeps Retry-After', async () => {
  let puts = 0
  const only = (url: string, init: { method: string }) => {
    if (init.method !== 'PUT') return fetch(url, init)
    puts++
    const get = (name: string) => (name === 'retry-after' ? '3600' : null)
    return Promise.resolve({ ok: false, status: 503, headers: { get }, text: () => Promise.resolve('') })
  }
  const { error } = await upload('http://storage.test', { fetch: only })
  // Nobody waits for an hour.
  expect([puts, (error as { headers: Headers }).headers.get('retry-after')]).toEqual([1, '3600'])
})

test('a storage that breaks the protocol, which Node quotes', async () => {
  const storage = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\na header ${whole}\r\n\r\n`))
  }).listen(0, '127.0.0.1')
  await once(storage, 'listening')
  expectNothing(await upload(`http://127.0.0.1:${(storage.address() as AddressInfo).port}`))
  storage.close()
})

test.each<[string, (url: string, init: RequestInit) => Error]>([
  ['its address', (url) => new TypeError(`request to ${url} failed`)],
  ['its address in the cause', (url) => new TypeError('failed', { cause: new Error(`connect to ${url}`) })],
  ['its headers', (_, { headers }) => new TypeError(`invalid: ${JSON.stringify(headers)}`)],
  ['its request as a member', (url, init) => Object.assign(new Error('failed'), { request: { url, ...init } })],
])('a fetch whose error quotes %s', async (_, errorOf) => {
  const quoting = (url: string, init: RequestInit) =>
    init.method === 'PUT' ? Promise.reject(errorOf(url, init)) : fetch(url, init)
  const outcome = await upload('http://storage.test', { fetch: quoting })
  expect(String(outcome.error)).toMatch(/failed|invalid/)
  expectNothing(outcome)
})

test('a URL that is none, and a header that is none', async () => {
  expectNothing(await upload('http://['))
  expectNothing(await upload('http://127.0.0.1:9', {}, { ...headers, 'x-amz-key': `${customerKey}\n` }))
})
