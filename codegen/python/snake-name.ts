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

/** The options of every call, and the other arguments that a method may have. */
export const takenNames = [
  ...['attempt_timeout', 'timeout', 'max_retries', 'base_delay', 'max_delay', 'headers'],
  ...['body', 'options', 'self'],
]

/** The argument for a parameter of the contract. One with the name of an option gets an underscore at its end. */
export function argumentName(parameter: string): string {
  const name = snakeName(parameter)
  return takenNames.includes(name) ? `${name}_` : name
}
