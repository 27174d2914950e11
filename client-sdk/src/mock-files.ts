// Uploads against the mock handlers: a URL of the mocked service takes the file, the list shows it, and a URL gives it back.
import { http, HttpResponse, type HttpHandler } from 'msw'
import { isItem, madeId, pageOf, withIds, type Adapt } from './mock-answers.ts'

type File = { folder: string; key: string; fileName: string; contentType: string; size: number | undefined }
type Stored = File & { bytes: ArrayBuffer; lastModified: string; downloadUrl: string }

const folderName = '/__mock/files/'
const lifetime = 900_000

/** The place of the service, and the path of the item whose files these are. */
function placeOf({ url }: Request, path: string): { base: string; folder: string } {
  const { origin, pathname } = new URL(url)
  const segments = pathname.split('/')
  const own = path.split('/').length - 1
  return { base: origin + segments.slice(0, -own).join('/'), folder: segments.slice(-own, -1).join('/') }
}

const refusal = (status: number, code: string) =>
  new HttpResponse(`<Error><Code>${code}</Code></Error>`, { status, headers: { 'content-type': 'application/xml' } })

/** The files of one set of handlers. */
export function mockFiles() {
  const promised = new Map<string, File>()
  const stored = new Map<string, Stored>()

  const upload =
    (path: string): Adapt =>
    ({ body, ...given }, request) => {
      const query = new URL(request.url).searchParams
      const { base, folder } = placeOf(request, path)
      const [token, fileName] = [madeId(), query.get('fileName') ?? 'file']
      const contentType = query.get('contentType') ?? 'application/octet-stream'
      const size = query.has('contentLength') ? Number(query.get('contentLength')) : undefined
      const key = `${folder}/${token}/${fileName}`
      promised.set(token, { folder, key, fileName, contentType, size })
      const uploadUrl = `${base}${folderName}${token}/${encodeURIComponent(fileName)}`
      const headers = { 'content-type': contentType, ...(size !== undefined && { 'if-none-match': '*' }) }
      const expiresAt = new Date(Date.now() + lifetime).toISOString()
      return { ...given, body: { ...(isItem(body) && body), key, uploadUrl, headers, expiresAt } }
    }

  /** The uploaded files before those of the example, whose URLs lead to nothing here. */
  const list =
    (path: string, member: string, size: number): Adapt =>
    ({ body, ...given }, request, params) => {
      const { folder } = placeOf(request, path)
      const own = [...stored.values()].filter((file) => file.folder === folder).reverse()
      const items = own.map(({ bytes, folder: _, size: __, ...file }) => ({ ...file, size: bytes.byteLength }))
      const { [member]: examples, nextCursor: _, ...rest } = isItem(body) ? body : {}
      const shown = items.length > 0 || !Array.isArray(examples) ? items : examples.map((item) => withIds(item, params))
      return { ...given, body: { ...rest, ...pageOf(shown, request, member, size) } }
    }

  const put = async (token: string, request: Request) => {
    const file = promised.get(token)
    if (!file) return refusal(403, 'AccessDenied')
    const bytes = await request.arrayBuffer()
    const isType = request.headers.get('content-type') === file.contentType
    if (!isType || (file.size ?? bytes.byteLength) !== bytes.byteLength) return refusal(403, 'SignatureDoesNotMatch')
    if (request.headers.get('if-none-match') === '*' && stored.has(token)) return refusal(412, 'PreconditionFailed')
    stored.set(token, { ...file, bytes, lastModified: new Date().toISOString(), downloadUrl: request.url })
    return new HttpResponse(null, { status: 200, headers: { etag: `"${token}"` } })
  }

  const handler: HttpHandler = http.all(/\/__mock\/files\/[^/]+\/[^/]*$/, async ({ request }) => {
    const token = new URL(request.url).pathname.split('/').at(-2) ?? ''
    if (request.method === 'PUT') return put(token, request)
    const file = stored.get(token)
    if (!file) return refusal(404, 'NoSuchKey')
    const headers = { 'content-type': file.contentType, 'content-length': String(file.bytes.byteLength) }
    return new HttpResponse(request.method === 'HEAD' ? null : file.bytes, { headers })
  })

  return { upload, list, handler, forget: () => [promised, stored].forEach((map) => map.clear()) }
}
export type MockFiles = ReturnType<typeof mockFiles>
