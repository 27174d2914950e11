// A form of several parts (multipart/form-data, RFC 7578): texts, and files as objects.

/** A file of a form. */
export type ReceivedFile = { name: string | undefined; type: string; content: Uint8Array }

/** Undefined when the body is no such form. */
export function readMultipart(
  body: Uint8Array,
  contentType: string,
): [name: string, value: string | ReceivedFile][] | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return undefined
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first boundary begins the body, without a line before it.
  let start = bytes.subarray(0, delimiter.length - 2).equals(delimiter.subarray(2))
    ? delimiter.length - 2
    : after(bytes, delimiter, 0)
  const parts: [string, string | ReceivedFile][] = []
  for (;;) {
    if (start === undefined) return undefined
    if (bytes.subarray(start, start + 2).toString('latin1') === '--') return parts
    const line = bytes.indexOf('\r\n', start)
    const end = bytes.indexOf(delimiter, start)
    const headersEnd = bytes.indexOf('\r\n\r\n', start)
    if (line === -1 || end === -1 || headersEnd === -1 || headersEnd > end || parts.length === maxParts)
      return undefined
    const part = partOf(bytes.subarray(line, headersEnd).toString('utf8'), bytes.subarray(headersEnd + 4, end))
    if (!part) return undefined
    parts.push(part)
    start = end + delimiter.length
  }
}

/** A form with more parts is none that a person or a program fills in. */
const maxParts = 1000

function after(bytes: Buffer, delimiter: Buffer, from: number): number | undefined {
  const at = bytes.indexOf(delimiter, from)
  return at === -1 ? undefined : at + delimiter.length
}

function partOf(headers: string, content: Buffer): [string, string | ReceivedFile] | undefined {
  const disposition = /^content-disposition:[ \t]*form-data;(.*)$/im.exec(headers)?.[1] ?? ''
  const name = parameterIn(disposition, 'name')
  if (name === undefined) return undefined
  const fileName = parameterIn(disposition, 'filename')
  const type = /^content-type:[ \t]*([^\r\n]+)$/im.exec(headers)?.[1]?.trim()
  const isText = fileName === undefined && (type === undefined || /^(text\/plain|application\/json)\b/i.test(type))
  if (isText) return [name, content.toString('utf8')]
  return [name, { name: fileName, type: type ?? 'application/octet-stream', content }]
}

/** The value between quotes. Browsers write a quote in it as %22. */
function parameterIn(disposition: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|[;\\s])${name}="([^"]*)"`, 'i').exec(disposition) ?? []
  return value?.replaceAll('%22', '"').replaceAll('%0D%0A', '\r\n')
}
