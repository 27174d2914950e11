// Files of cases: uploaded by PUT to a presigned URL over real HTTP, listed, and downloaded.
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { putZeros } from '../../testing/put-zeros.ts'
import { largestFile } from '../services/case-files.ts'

let door: FrontDoor
let authorization: string
beforeAll(async () => {
  door = await openFrontDoor()
  authorization = `Bearer ${door.idToken()}`
})
afterAll(() => door.close())

type Upload = { uploadUrl: string; method: string; headers: Record<string, string>; key: string; expiresAt: string }
type File = Record<'key' | 'fileName' | 'contentType' | 'lastModified' | 'downloadUrl', string> & { size: number }

const get = (path: string) => door.send('GET', path, { headers: { authorization } })

async function createCase() {
  const { headers } = await door.send('POST', '/cases', json({ description: 'With files' }, { authorization }))
  return headers.Location ?? ''
}

async function askUpload(path: string, parameters: Record<string, string> = {}) {
  const response = await get(`${path}/upload?${new URLSearchParams(parameters).toString()}`)
  expect(response.status).toBe(200)
  return bodyOf(response) as unknown as Upload
}

const put = (url: string, body: Uint8Array<ArrayBuffer> | string, headers: Record<string, string>) =>
  fetch(url, { method: 'PUT', body, headers }).then(({ status }) => status)

const filesOf = async (path: string, query = '') =>
  bodyOf(await get(`${path}/files${query}`)) as { files: File[]; nextCursor?: string }

test('a file is sent, listed, and fetched byte for byte', async () => {
  const path = await createCase()
  expect((await filesOf(path)).files).toEqual([])
  const bytes = new Uint8Array(randomBytes(70_000))
  const before = Date.now()
  const upload = await askUpload(path, { fileName: 'photo.png', contentType: 'image/png', contentLength: '70000' })
  expect(upload).toMatchObject({ method: 'PUT', headers: { 'content-type': 'image/png', 'if-none-match': '*' } })
  expect(upload.key).toMatch(new RegExp(`^${path.slice(1)}/[0-9a-f-]{36}/photo\\.png$`))
  expect(Date.parse(upload.expiresAt) - before).toBeGreaterThanOrEqual(900_000 - 1000)
  expect(await put(upload.uploadUrl, bytes, upload.headers)).toBe(200)

  const { files, nextCursor } = await filesOf(path)
  expect(nextCursor).toBeUndefined()
  expect(files).toMatchObject([{ key: upload.key, fileName: 'photo.png', size: 70_000, contentType: 'image/png' }])
  const download = await fetch(files[0]?.downloadUrl ?? '')
  expect(download.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true)
})

test('without a name, a type or a length there are defaults, and an empty file is a file', async () => {
  const path = await createCase()
  const upload = await askUpload(path)
  expect(upload.headers).toEqual({ 'content-type': 'application/octet-stream' })
  expect(new URL(upload.uploadUrl).searchParams.get('X-Amz-Expires')).toBe('300')
  expect(Math.abs(Date.parse(upload.expiresAt) - Date.now() - 300_000)).toBeLessThan(10_000)
  expect(await put(upload.uploadUrl, '', upload.headers)).toBe(200)
  expect((await filesOf(path)).files).toMatchObject([{ size: 0, contentType: 'application/octet-stream' }])
})

test('the URL takes this type, this length and this key alone', async () => {
  const path = await createCase()
  const { uploadUrl, headers } = await askUpload(path, {
    fileName: 'a.txt',
    contentType: 'text/plain',
    contentLength: '5',
  })
  expect(await put(uploadUrl, 'hello', { ...headers, 'content-type': 'text/html' })).toBe(403)
  expect(await put(uploadUrl, 'hello', { 'content-type': 'text/plain' })).toBe(403)
  expect(await put(uploadUrl, new Uint8Array([1, 2, 3, 4, 5]), {})).toBe(403)
  for (const other of ['hell', 'hello!', '']) expect(await put(uploadUrl, other, headers), other).toBe(403)
  expect(await put(uploadUrl.replace('a.txt', 'b.txt'), 'hello', headers)).toBe(403)
  expect(await put(uploadUrl.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000'), 'hello', headers)).toBe(403)
  expect((await fetch(uploadUrl)).status).toBe(403)
  expect((await filesOf(path)).files).toEqual([])
  expect(await put(uploadUrl, 'hello', headers)).toBe(200)
  // The URL of a download does not allow an upload.
  const [file] = (await filesOf(path)).files
  expect(await put(file?.downloadUrl ?? '', 'other', headers)).toBe(403)
})

test('a URL with a length writes once: what is stored cannot be replaced while the URL is valid', async () => {
  const path = await createCase()
  const { uploadUrl, headers } = await askUpload(path, { contentType: 'text/plain', contentLength: '5' })
  expect(await put(uploadUrl, 'hello', headers)).toBe(200)
  expect(await put(uploadUrl, 'other', headers)).toBe(412)
  // The header is signed, so leaving it out or changing it does not help.
  expect(await put(uploadUrl, 'other', { 'content-type': 'text/plain' })).toBe(403)
  expect(await put(uploadUrl, 'other', { ...headers, 'if-none-match': '"x"' })).toBe(403)
  const [file] = (await filesOf(path)).files
  expect(await (await fetch(file?.downloadUrl ?? '')).text()).toBe('hello')
})

test('a download is the bytes that were stored, whatever encoding the upload claimed', async () => {
  const path = await createCase()
  const page = gzipSync('<script>alert(1)</script>')
  const { uploadUrl, headers } = await askUpload(path, { fileName: 'a.html', contentType: 'text/html' })
  expect(await put(uploadUrl, new Uint8Array(page), { ...headers, 'content-encoding': 'gzip' })).toBe(200)
  const [{ downloadUrl } = { downloadUrl: '' }] = (await filesOf(path)).files
  const answer = await fetch(downloadUrl)
  expect(answer.headers.get('content-encoding')).toBe('identity')
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(Buffer.from(await answer.arrayBuffer()).equals(page)).toBe(true)
  const altered = new URL(downloadUrl)
  altered.searchParams.delete('response-content-encoding')
  expect((await fetch(altered)).status).toBe(403)
  altered.searchParams.set('response-content-encoding', 'gzip')
  expect((await fetch(altered)).status).toBe(403)
})

test('what arrives larger than the limit is never listed, and is removed', async () => {
  const path = await createCase()
  const small = await askUpload(path, { fileName: 'small.bin' })
  expect(await put(small.uploadUrl, 'small', small.headers)).toBe(200)
  const { uploadUrl, headers, key } = await askUpload(path, { fileName: 'large.bin' })
  const listed = () => filesOf(path).then(({ files }) => files.map(({ fileName }) => fileName))
  const s3 = new S3Client({})
  const isThere = () =>
    s3.send(new HeadObjectCommand({ Bucket: process.env.UPLOAD_BUCKET_NAME, Key: key })).then(
      () => true,
      () => false,
    )
  expect(await putZeros(uploadUrl, headers, largestFile + 1)).toBe(200)
  expect(await listed()).toEqual(['small.bin'])
  await expect.poll(isThere).toBe(false)
  expect(await listed()).toEqual(['small.bin'])
  s3.destroy()
})

test('without a length any is taken', async () => {
  const path = await createCase()
  const { uploadUrl, headers } = await askUpload(path, { contentType: 'text/plain; charset=utf-8' })
  expect(await put(uploadUrl, 'any length', headers)).toBe(200)
  expect((await filesOf(path)).files).toMatchObject([{ size: 10, contentType: 'text/plain; charset=utf-8' }])
})

test.each([
  // What MediaRecorder of the browsers says. The comma has no quotes there, although RFC 9110 wants them.
  'video/webm;codecs=vp8,opus',
  'video/webm;codecs=vp9',
  'audio/webm;codecs=opus',
  'audio/ogg; codecs=opus',
  'video/x-matroska;codecs=avc1,opus',
  'video/mp4;codecs=avc1.64001F,mp4a.40.2',
  'video/mp4; codecs="avc1.42E01E, mp4a.40.2"',
  'text/plain;charset=utf-8',
  'text/plain; charset="utf-8" ; format=flowed',
  'text/plain;title="a \\"quoted\\" \\\\ word; x=y"',
  'application/vnd.api+json; ext="https://a.example/ext"; q=!#$%&\'*+.^_`|~-',
])('the URL of a file of the type %s takes exactly this type, and the list shows it', async (contentType) => {
  const path = await createCase()
  const { uploadUrl, headers } = await askUpload(path, { contentType, contentLength: '5' })
  expect(headers).toEqual({ 'content-type': contentType, 'if-none-match': '*' })
  for (const other of [contentType.replace(/;.*/, ''), `${contentType}x`, contentType.toUpperCase()]) {
    expect(await put(uploadUrl, 'hello', { ...headers, 'content-type': other }), other).toBe(403)
  }
  expect(await put(uploadUrl, 'hello', headers)).toBe(200)
  const { files } = await filesOf(path)
  expect(files).toMatchObject([{ size: 5, contentType }])
  expect((await fetch(files[0]?.downloadUrl ?? '')).headers.get('content-type')).toBe(contentType)
})

test.each([
  ...['video', 'video/', '/webm', 'video/webm codecs=vp8', 'video/webm;codecs', 'video/webm;=vp8', 'video/webm;a="b'],
  ...[
    'video/webm;a=b c',
    'video/webm;a= b',
    'video/webm;a="b"c',
    'video/webm;a="ü"',
    'video/webm;a="\t"',
    'a/b\r\nx: y',
  ],
  ...['*/*', 'video/*', ' video/webm', 'video/webm ', 'a/b;c=d ', 'a/b, c/d', 'a/b;c="\\"'],
])('%j is no media type', async (contentType) => {
  const response = await get(`${await createCase()}/upload?${new URLSearchParams({ contentType }).toString()}`)
  expect(bodyOf(response)).toMatchObject({ status: 400, errors: [{ parameter: 'contentType' }] })
})

test('a long hostile media type is refused at once', async () => {
  const path = await createCase()
  const started = performance.now()
  for (const contentType of [`a/b${';'.repeat(123)}x`, `a/b${' ;'.repeat(61)}x`, `a/b;c="${'\\\\'.repeat(60)}`]) {
    expect((await get(`${path}/upload?${new URLSearchParams({ contentType }).toString()}`)).status).toBe(400)
  }
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a token that may only read gets no URL to write to', async () => {
  const path = await createCase()
  const ask = (token: string) =>
    door.send('GET', `${path}/upload`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status)
  expect(await ask(door.accessToken('frontdesk/read'))).toBe(403)
  expect(await ask(door.accessToken('frontdesk/write'))).toBe(200)
})

const names = [
  ...[
    'a b.txt',
    'a+b.txt',
    'a%20b.txt',
    '&amp;.txt',
    '<x>.txt',
    '"q".txt',
    "it's.txt",
    '#?.txt',
    '~!@$^*(){}[]|;:,=.txt',
  ],
  ...[
    ' ',
    ' lead',
    'trail ',
    '.env',
    '..a',
    'ü.txt',
    '日本語.txt',
    '🎈.png',
    '\u00ad',
    'می\u200cخواهم.pdf',
    '👨\u200d👩\u200d👧.png',
    'x'.repeat(255),
  ],
]

test.each(names)('a file named %j keeps its name', async (fileName) => {
  const path = await createCase()
  const { uploadUrl, headers, key } = await askUpload(path, { fileName })
  expect(await put(uploadUrl, fileName, headers)).toBe(200)
  const { files } = await filesOf(path)
  expect(files).toMatchObject([{ key, fileName }])
  const download = await fetch(files[0]?.downloadUrl ?? '')
  expect(await download.text()).toBe(fileName)
})

test('a name that is taken apart comes back composed; two files of one name are two', async () => {
  const path = await createCase()
  for (const fileName of ['e\u0301.txt', '\u00e9.txt']) {
    const { uploadUrl, headers } = await askUpload(path, { fileName })
    expect(await put(uploadUrl, fileName, headers)).toBe(200)
  }
  expect((await filesOf(path)).files.map(({ fileName }) => fileName)).toEqual(['\u00e9.txt', '\u00e9.txt'])
})

test('names, types and lengths that are refused', async () => {
  const path = await createCase()
  for (const query of [
    ...['.', '..', '...', 'a/b', '../a', 'a\\b', '', 'a\0', 'a\n', 'a\ufffe', 'x'.repeat(256), 'é'.repeat(128)].map(
      (text) => ({
        fileName: text,
      }),
    ),
    // Bidirectional controls show x…fdp.exe as xexe.pdf. Control characters and separators hide a part of the name.
    ...['\u202e', '\u202a', '\u2066', '\u2069', '\u061c', '\u200e', '\u200f', '\u0080', '\u0085', '\u009f'].map(
      (control) => ({ fileName: `x${control}fdp.exe` }),
    ),
    ...['\u200b', '\u2028', '\u2029', '\u2060', '\ufeff'].map((hidden) => ({ fileName: `x${hidden}.txt` })),
    ...['text', 'text/', '/plain', 'text/plain\n', 'text/pl ain', 'a/b, c/d', ''].map((text) => ({
      contentType: text,
    })),
    ...['0', '-1', '104857601', '1.5', '0x10', '', '1e3'].map((text) => ({ contentLength: text })),
  ]) {
    const response = await get(`${path}/upload?${new URLSearchParams(query).toString()}`)
    const [parameter] = Object.keys(query)
    expect(bodyOf(response), JSON.stringify(query)).toMatchObject({ status: 400, errors: [{ parameter }] })
  }
})

test('a case that does not exist has no files, and takes none', async () => {
  const unknown = '/cases/00000000-0000-4000-8000-000000000000'
  expect((await get(`${unknown}/files`)).status).toBe(404)
  expect((await get(`${unknown}/upload?fileName=a.txt`)).status).toBe(404)
})

test('pages of files hold each once, by key', async () => {
  const path = await createCase()
  const sent: string[] = []
  for (let n = 0; n < 7; n += 1) {
    const { uploadUrl, headers, key } = await askUpload(path, { fileName: `file ${n}.txt` })
    expect(await put(uploadUrl, `${n}`, headers)).toBe(200)
    sent.push(key)
  }
  for (const limit of [1, 3, 7, 25]) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await filesOf(path, `?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)
      expect(page.files.length).toBeLessThanOrEqual(limit)
      seen.push(...page.files.map(({ key }) => key))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual([...sent].sort())
  }
  // A cursor is valid for one case only.
  const { nextCursor } = await filesOf(path, '?limit=1')
  expect((await get(`${await createCase()}/files?cursor=${nextCursor ?? ''}`)).status).toBe(400)
  expect((await get(`${path}/files?limit=26`)).status).toBe(400)
})
