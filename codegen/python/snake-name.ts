// Names as Python writes them.

/** The words that Python keeps for itself (`keyword.kwlist`), in small letters. */
const reserved = new Set(
  [
    'and as assert async await break class continue def del elif else except finally for from global if import in is',
    'lambda nonlocal not or pass raise return try while with yield none true false self close',
  ].flatMap((line) => line.split(' ')),
)

/** `getUploadUrl` becomes `get_upload_url`, and `delete` stays. */
export function snakeName(name: string): string {
  const snake = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W/g, '_')
    .toLowerCase()
  return reserved.has(snake) ? `${snake}_` : snake
}
