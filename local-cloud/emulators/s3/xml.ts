// XML as S3 writes it, for keys with any characters.

// Some of these characters XML 1.0 forbids. S3 writes them as references too, and offers encoding-type=url for strict
// parsers. A bare CR must be a reference, because parsers turn it into LF.
const unsafe = /[&<>"\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string) =>
  text.replace(unsafe, (character) => named[character] ?? `&#x${character.charCodeAt(0).toString(16)};`)

export const element = (name: string, ...children: string[]) => `<${name}>${children.join('')}</${name}>`

export const leaf = (name: string, value: string | number | boolean) => element(name, escape(String(value)))

export const document = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
