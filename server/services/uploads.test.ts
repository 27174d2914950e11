// The list of a case's files while S3 changes under it: a proxy before the emulator puts faults between its two calls.
import { S3Client, PutObjectCommand, DeleteObjectCommand } from '@aws-sdk/client-s3'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { awsSettings } from '../aws/settings.ts'
import { startS3 } from '../../local-cloud/emulators/s3/index.ts'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { largestFile } from './case-files.ts'
import { createWithin } from '../deadlines.ts'
import { createUploads } from './uploads.ts'

const aws = () => awsSettings(process.env)

const bucket = 'files'
const region = 'us-east-1'
const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' }
const caseId = '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10'
const keyOf = (name: string) => `cases/${caseId}/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/${name}`

type Fault = {
  /** Runs before a HEAD request; its answer takes the place of the emulator's. */
  head?: (key: string) => Promise<{ status: number; headers?: Record<string, string> } | undefined> | undefined
  /** Changes the document of a list. */
  list?: (xml: string) => string
}

let fault: Fault
let s3: S3Client
let emulator: Awaited<ReturnType<typeof startS3>>
let uploads: ReturnType<typeof createUploads>
let directory: string
const variables = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL_S3'] as const
const before = variables.map((name) => [name, process.env[name]] as const)
const proxy = createServer((request, response) => void forward(request, response))

async function forward(request: IncomingMessage, response: ServerResponse) {
  const path = decodeURIComponent(new URL(request.url ?? '', emulator.url).pathname)
  const instead = request.method === 'HEAD' ? await fault.head?.(path.slice(`/${bucket}/`.length)) : undefined
  if (instead) return response.writeHead(instead.status, instead.headers).end()
  const upstream = send(emulator.url + (request.url ?? ''), { method: request.method, headers: request.headers })
  request.pipe(upstream)
  return upstream.on('response', (answer) => {
    const { statusCode = 500, headers } = answer
    if (!request.url?.includes('list-type=2')) return void answer.pipe(response.writeHead(statusCode, headers))
    return void text(answer).then((xml) => {
      const changed = fault.list?.(xml) ?? xml
      response.writeHead(statusCode, { 'content-type': headers['content-type'] }).end(changed)
    })
  })
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'uploads-'))
  emulator = await startS3({ directory, credentials, region, buckets: [bucket] })
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_S3: await listen(proxy),
  })
  s3 = new S3Client({ region, credentials, endpoint: emulator.url, forcePathStyle: true })
  uploads = createUploads({ within: createWithin('S3'), aws, bucket, region, credentials, endpoint: emulator.url })
})
beforeEach(async () => {
  fault = {}
  for (const name of ['a', 'b', 'c'])
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(name), Body: name }))
})
afterEach(() => void (fault = {}))
afterAll(async () => {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
  s3.destroy()
  await stopNow(proxy)
  await emulator.close()
  await rm(directory, { recursive: true })
})

const names = async (limit = 25) =>
  (await uploads.list(caseId, { limit, after: undefined })).files.map(({ fileName }) => fileName)
const remove = (key: string) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))

test('without faults all files are listed', async () => {
  expect(await names()).toEqual(['a', 'b', 'c'])
})

test('a file that vanishes between the list and its HEAD is left out', async () => {
  fault.head = async (key) => void (key === keyOf('b') && (await remove(key)))
  expect(await names()).toEqual(['a', 'c'])
})

test('it is left out too when S3 answers 403 in place of 404; a 403 for a file that is there is a failure', async () => {
  fault.head = async (key) => {
    if (key !== keyOf('b')) return undefined
    await remove(key)
    return { status: 403 }
  }
  expect(await names()).toEqual(['a', 'c'])
  fault.head = (key) => (key === keyOf('a') ? Promise.resolve({ status: 403 }) : undefined)
  await expect(names()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
})

test('when the last file of a page vanishes, the next page begins behind it', async () => {
  fault.head = async (key) => void (key === keyOf('b') && (await remove(key)))
  const first = await uploads.list(caseId, { limit: 2, after: undefined })
  expect(first.files.map(({ fileName }) => fileName)).toEqual(['a'])
  expect(first.next).toBe(keyOf('b').slice(`cases/${caseId}/`.length))
  const second = await uploads.list(caseId, { limit: 2, after: first.next })
  expect(second.files.map(({ fileName }) => fileName)).toEqual(['c'])
  expect(second.next).toBeUndefined()
})

const sized = (size: number) => ({
  status: 200,
  headers: { 'content-length': String(size), 'last-modified': new Date(0).toUTCString() },
})

test('a file of exactly the limit is listed; a larger one is not, and nobody asks for its head', async () => {
  const asked: string[] = []
  fault.list = (xml) => {
    const sizes = [largestFile, largestFile + 1, 1]
    return xml.replaceAll(/<Size>\d+<\/Size>/g, () => `<Size>${sizes.shift() ?? 1}</Size>`)
  }
  fault.head = (key) => {
    asked.push(key)
    return key === keyOf('a') ? Promise.resolve(sized(largestFile)) : undefined
  }
  expect(await names()).toEqual(['a', 'c'])
  expect(asked.sort()).toEqual([keyOf('a'), keyOf('c')])
})

test('a file that is replaced by a larger one between the list and its HEAD is left out', async () => {
  fault.head = (key) => (key === keyOf('a') ? Promise.resolve(sized(largestFile + 1)) : undefined)
  expect(await names()).toEqual(['b', 'c'])
})
