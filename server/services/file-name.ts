// File names that stay inside their case and mean the same name on every system.
import { invalid } from '../http/problem.ts'

const maxBytes = 255

/**
 * Controls (C0, DEL, C1), line and paragraph separators, and characters of no width. `x\u202efdp.exe` is shown as
 * `xexe.pdf`. U+200C and U+200D are allowed: Persian and Indic words and joined emoji are written with them.
 */
const misleading = /[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/

/** Returns the name in Unicode's composed form. The contract's pattern refuses the same characters before composition. */
export function safeFileName(fileName: string): string {
  const name = fileName.normalize('NFC')
  const refuse = (detail: string) => invalid({ parameter: 'fileName', detail })
  if (/^\.+$/.test(name)) throw refuse('must be more than dots')
  if (Buffer.byteLength(name) > maxBytes) throw refuse(`must have at most ${maxBytes} bytes in UTF-8`)
  if (/[/\\]/.test(name)) throw refuse('must not contain separators')
  if (misleading.test(name)) throw refuse('must not contain control characters or characters that turn or hide text')
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
