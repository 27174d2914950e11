// A pattern as JavaScript reads it in Unicode mode, in which all of the machinery runs patterns.

/** Undefined when the pattern is no expression of JavaScript. */
export function portablePattern(pattern: string): string | undefined {
  if (isExpression(pattern, 'u')) return pattern
  // A pattern may be valid without the Unicode mode alone. It is rewritten so that both modes read it alike.
  if (!isExpression(pattern, '')) return undefined
  const strict = withoutIdleEscapes(pattern)
  return isExpression(strict, 'u') ? strict : undefined
}

function isExpression(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags)
    return true
  } catch {
    return false
  }
}

/** The characters that an escape takes a meaning from. */
const special = /[\^$\\.*+?()[\]{}|/\-]/

/** `\_` becomes `_`, `[\w-.]` becomes `[\w\-.]`, and a brace that begins no repeat is escaped. */
function withoutIdleEscapes(pattern: string): string {
  let result = ''
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at)
    const next = pattern.charAt(at + 1)
    if (char === '\\') {
      const isIdle = !/[\w]/.test(next) || next === '_' ? !special.test(next) : false
      const isDashOutside = next === '-' && !inClass
      result += isIdle || isDashOutside ? next : char + next
      at++
    } else if (inClass && char === '-' && isBesideClass(pattern, at)) result += '\\-'
    else if (!inClass && /[{}]/.test(char) && !isRepeat(pattern, at)) result += `\\${char}`
    else if (!inClass && char === ']') result += '\\]'
    else result += char
    if (char === '[') inClass = true
    if (char === ']') inClass = false
  }
  return result
}

/** A dash beside `\w` and the like is no range. */
const isBesideClass = (pattern: string, at: number) =>
  /\\[dDsSwW]$/.test(pattern.slice(0, at)) || /^-\\[dDsSwW]/.test(pattern.slice(at))

function isRepeat(pattern: string, at: number): boolean {
  const open = pattern.lastIndexOf('{', at)
  return open >= 0 && /^\{\d+(?:,\d*)?\}/.test(pattern.slice(open)) && pattern.indexOf('}', open) >= at
}
