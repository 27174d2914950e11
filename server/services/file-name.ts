// File names that stay inside their case and mean the same name on every system.
import { invalid } from '../http/problem.ts'

const maxBytes = 255

/** Returns the name in Unicode's composed form. The contract's pattern has refused separators and control characters. */
export function safeFileName(fileName: string): string {
  const name = fileName.normalize('NFC')
  const refuse = (detail: string) => invalid({ parameter: 'fileName', detail })
  if (/^\.+$/.test(name)) throw refuse('must be more than dots')
  if (Buffer.byteLength(name) > maxBytes) throw refuse(`must have at most ${maxBytes} bytes in UTF-8`)
  if (/[/\\]/.test(name)) throw refuse('must not contain separators')
  // S3 lists keys in XML, and XML has no such characters.
  if (/[\ufffe\uffff]/.test(name)) throw refuse('must not contain U+FFFE and U+FFFF')
  return name
}

/** Whether a text can be a key without its case's prefix: `uuid/fileName`. A fake cursor can hold any text. */
export function isFilePosition(position: string): boolean {
  const [, fileName = ''] =
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/([^/\p{Cc}\p{Cs}\ufffe\uffff]+)$/u.exec(position) ?? []
  return fileName !== '' && Buffer.byteLength(fileName) <= maxBytes
}
