// A pattern of a contract as an expression with the flag `u`, with which Ajv reads patterns.

/** Characters that an expression with the flag `u` may escape, outside and inside of brackets. */
const escapable = /[\^$\\.*+?()[\]{}|/]/
const letters = /[bBcdDfknpPrsStuvwWx0-9]/

/** Drops the backslash before characters that need none: with the flag `u` such an escape is an error. */
export function unicodePattern(pattern: string): string {
  if (isUnicode(pattern)) return pattern
  let inBrackets = false
  const rewritten = pattern.replace(/\\([\s\S])|[[\]]/g, (found, escaped: string | undefined) => {
    if (escaped === undefined) {
      inBrackets = found === '['
      return found
    }
    if (escapable.test(escaped) || letters.test(escaped)) return found
    return inBrackets && escaped === '-' ? found : escaped
  })
  return isUnicode(rewritten) ? rewritten : pattern
}

export function isUnicode(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
