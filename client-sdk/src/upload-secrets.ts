// What a failed upload shows: nothing of the query of its presigned URL, which is a credential, and none of the signed
// headers. It is loaded with the first upload.

/** Where a file is sent to, and with which headers. */
export type Target = { uploadUrl: string; headers: Record<string, string> }

/** A storage quotes a long text in parts, with escapes of its own, and as the digits of its bytes: `41 57 53 34`. */
const digits = /(?:\b[\da-f]{2}\b ?){8,}/gi
const escapes = /(?:%(?:25)*|\\u00|\\x)[\da-f]{2}|\W/i

/** Gives the function that takes the secrets of an upload out of a text. */
export function hiding({ uploadUrl, headers }: Target): (text: string) => string {
  const values = uploadUrl.replace(/^[^?]*|[?&][^=&]*=/g, ' ')
  const secrets = [values, ...Object.values(headers)].join(' ').toLowerCase()
  // A shorter word may be one of any text.
  const isSecret = (word: string) => word.length > 7 && secrets.includes(word.toLowerCase())
  return (text) =>
    text.replace(digits, '…').replace(/[\w%\\+/=.~-]+/g, (run) => (run.split(escapes).some(isSecret) ? '…' : run))
}
