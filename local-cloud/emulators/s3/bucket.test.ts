// The files on disk survive restarts, a killed process, and files that do not belong there.
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bucket, credentials, region, signedHeaders, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const put = (Key: string, Body: string) =>
  server.client().send(new PutObjectCommand({ Bucket: bucket, Key, Body, Metadata: { of: 'old' } }))
const read = async (Key: string) => {
  const { Body, Metadata, ETag } = await server.client().send(new GetObjectCommand({ Bucket: bucket, Key }))
  return { text: await Body?.transformToString(), Metadata, ETag }
}

test('objects and buckets survive a restart', async () => {
  const { ETag } = await put('a', 'first')
  await put('b', 'second')
  await server.restart()
  expect(await read('a')).toEqual({ text: 'first', Metadata: { of: 'old' }, ETag })
  const { Contents = [] } = await server.client().send(new ListObjectsV2Command({ Bucket: bucket }))
  expect(Contents.map(({ Key, Size }) => [Key, Size])).toEqual([
    ['a', 5],
    ['b', 6],
  ])
})

test('a process that is killed in the middle of an upload leaves the object as it was', async () => {
  await put('killed', 'old')
  const options = { directory: server.directory, credentials, region, buckets: [bucket] }
  const index = new URL('./index.ts', import.meta.url).href
  const program = `import { startS3 } from ${JSON.stringify(index)}
    console.log((await startS3(${JSON.stringify(options)})).url)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = (await once(child.stdout, 'data')) as [Buffer]
  const url = output.toString().trim()

  const path = `/${bucket}/killed`
  const headers = await signedHeaders(url, { method: 'PUT', path, headers: { 'content-length': '1000000' } })
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  const head = [`PUT ${path} HTTP/1.1`, ...Object.entries(headers).map((pair) => pair.join(': '))].join('\r\n')
  socket.write(`${head}\r\n\r\n${'x'.repeat(500_000)}`)
  while ((await server.files()).length < 3) await new Promise((wake) => setTimeout(wake, 10))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await server.files()).toHaveLength(3)

  await server.restart()
  expect(await server.files()).toHaveLength(2)
  expect((await read('killed')).text).toBe('old')
})

test('a damaged record costs its object alone, and other files are left as they are', async () => {
  const warn = vi.spyOn(console, 'error').mockReturnValue()
  await put('good', 'content')
  await writeFile(join(server.directory, bucket, 'objects', 'damaged.json'), '{"key":')
  for (const name of ['.DS_Store', 'notes.txt']) await writeFile(join(server.directory, name), '')
  await server.restart()
  expect((await read('good')).text).toBe('content')
  expect(warn).toHaveBeenCalledOnce()
  expect((await readdir(server.directory)).sort()).toEqual(['.DS_Store', bucket, 'notes.txt'])
  warn.mockRestore()
})
