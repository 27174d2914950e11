// A request's path: in the form for the router, in the form for problems and logs, and whether it is malformed.

type Path = {
  /** A path whose segments can all be decoded. The router finds the route before a malformed path is refused. */
  path: string
  /** A URI reference (RFC 3986) for `instance` and the log. */
  instance: string
  malformed: boolean
}

/** The contract's bound on `instance`. */
const maxInstance = 8192

/** Paths without escapes and without characters that need one. Nearly all paths are like this. */
const plain = /^[\w\-.~!$&'()*+,;=:@/]*$/

export function readPath(sent: string): Path {
  if (sent.length <= maxInstance && plain.test(sent)) return { path: sent, instance: sent, malformed: false }
  const segments = sent.split('/')
  const malformed = !segments.every(isDecodable)
  return {
    path: malformed
      ? segments
          .map((segment) => (isDecodable(segment) ? segment : encodeURIComponent(segment.toWellFormed())))
          .join('/')
      : sent,
    instance: sent
      .toWellFormed()
      .replace(/%(?![\da-f]{2})/gi, '%25')
      .replace(/[^\w\-.~!$&'()*+,;=:@/%]/gu, encodeURIComponent)
      .slice(0, maxInstance)
      .replace(/%[\da-f]?$/i, ''),
    malformed,
  }
}

function isDecodable(segment: string): boolean {
  try {
    decodeURIComponent(segment)
    return true
  } catch {
    return false
  }
}
