// The examples beside each operation, as a shell reads them.
import { readFile } from 'node:fs/promises'
import type { OpenAPIV3 } from 'openapi-types'
import { expect, test } from 'vitest'
import { requestOf } from '../../testing/curl.ts'
import { modelOf, type Contract, type Operation } from '../model.ts'
import * as samples from './code-samples.ts'

const contract = JSON.parse(await readFile('generated/openapi.json', 'utf8')) as Contract
const { operations } = modelOf(contract)
const withCodeSamples = (document: Contract) => samples.withCodeSamples(modelOf(document))

type Sampled = { operationId?: string; 'x-codeSamples'?: { lang: string; label: string; source: string }[] }

const samplesIn = (document: Contract, operationId: string) =>
  Object.values(document.paths)
    .flatMap((item) => Object.values(item ?? {}) as Sampled[])
    .find((operation) => operation.operationId === operationId)?.['x-codeSamples']

const samplesOf = (operationId: string) => samplesIn(withCodeSamples(contract), operationId)
const curlOf = (operationId: string) => samplesOf(operationId)?.find(({ label }) => label === 'curl')?.source ?? ''

/** A contract of one operation. */
const contractWith = (operation: Partial<OpenAPIV3.OperationObject> & Sampled, path = '/things'): Contract => ({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  servers: [{ url: 'https://things.test' }],
  paths: { [path]: { post: { operationId: 'createThing', responses: {}, ...operation } } },
})
const body = (value: unknown) => ({
  required: true,
  content: { 'application/json': { examples: { first: { value }, second: { value: 'another' } } } },
})

test('a command is laid out over lines, with the secret left to the shell', () => {
  expect(curlOf('updateCase')).toBe(
    `curl -i -X PUT 'http://localhost:3000/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10' \\
  -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' \\
  -d '{"status":"resolved"}'`,
  )
})

test('a query is made of the examples of its parameters, encoded', async () => {
  const { url, method, headers } = await requestOf(curlOf('getCaseUploadUrl'), { TOKEN: 'the-token' })
  expect(url).toBe(
    'http://localhost:3000/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/upload' +
      '?fileName=receipt.pdf&contentType=application%2Fpdf&contentLength=48213',
  )
  expect(method).toBe('GET')
  expect(headers.get('authorization')).toBe('Bearer the-token')
})

test('an operation that anyone may call is shown without a secret', () => {
  expect(curlOf('getOpenApi')).toBe(`curl -s 'http://localhost:3000/openapi.json'`)
})

const pathPattern = ({ path }: Operation) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/{}]+')}$`)

test.each(operations)('$operationId is shown with its method, path, credentials and body', async (operation) => {
  const request = await requestOf(curlOf(operation.operationId), { TOKEN: 'the-token', API_KEY: 'the-key' })
  expect(request.method).toBe(operation.method.toUpperCase())
  expect(new URL(request.url).pathname).toMatch(pathPattern(operation))

  const [requirement = {}] = operation.security
  expect({ token: request.headers.get('authorization'), key: request.headers.get('x-api-key') }).toEqual({
    token: 'cognito' in requirement ? 'Bearer the-token' : null,
    key: 'apiKey' in requirement ? 'the-key' : null,
  })
  const required = operation.body?.required
  const sent: unknown = required ? await request.json() : await request.text()
  expect(sent).toEqual(required ? expect.any(Object) : '')
})

test.each(["It's here", 'a "b" $c `d` \\ !e', 'two\nlines'])('the shell leaves %j as it is', async (text) => {
  const parameters = [
    { name: 'id', in: 'path', required: true, example: text },
    { name: 'q', in: 'query', schema: { type: 'string' as const, example: text } },
  ]
  const document = contractWith({ parameters, requestBody: body({ text }) }, '/things/{id}')
  const [sample] = samplesIn(withCodeSamples(document), 'createThing') ?? []
  const request = await requestOf(sample?.source ?? '')
  const { pathname, searchParams } = new URL(request.url)
  expect(decodeURIComponent(pathname)).toBe(`/things/${text}`)
  expect(searchParams.get('q')).toBe(text)
  expect(await request.json()).toEqual({ text })
})

test('a header that must be sent is shown, others are not', async () => {
  const header = { in: 'header', example: 'abc', schema: { type: 'string' as const } }
  const parameters = [
    { ...header, name: 'X-Needed', required: true },
    { ...header, name: 'X-Other' },
  ]
  const [sample] = samplesIn(withCodeSamples(contractWith({ parameters })), 'createThing') ?? []
  const request = await requestOf(sample?.source ?? '')
  expect([request.headers.get('x-needed'), request.headers.get('x-other')]).toEqual(['abc', null])
})

test('an example written by hand stays, and the contract itself is left as it was', () => {
  const written = { lang: 'Shell', label: 'curl', source: 'curl by-hand' }
  const [first, ...others] =
    samplesIn(withCodeSamples(contractWith({ 'x-codeSamples': [written] })), 'createThing') ?? []
  expect(first).toEqual(written)
  expect(others.map(({ label }) => label)).toEqual(['SDK', 'Python'])
  const before = JSON.stringify(contract)
  withCodeSamples(contract)
  expect(JSON.stringify(contract)).toBe(before)
})
