// A request's path: the form that is routed, the form that is shown, and whether its escapes can be read.

type Path = {
  /** Every segment can be decoded, so that the route is found before the path is judged. */
  path: string
  /** A URI reference (RFC 3986) for `instance` and the log. */
  instance: string
  malformed: boolean
}

/** The contract's bound on `instance`. */
const maxInstance = 8192

/** Neither an escape nor anything that needs one, as nearly all paths are. */
const plain = /^[\w\-.~!$&'()*+,;=:@/]*$/

export function readPath(sent: string): Path {
  if (sent.length <= maxInstance && plain.test(sent)) return { path: sent, instance: sent, malformed: false }
  const segments = sent.split('/')
  const malformed = !segments.every(isDecodable)
  return {
    path: malformed
      ? segments.map((one) => (isDecodable(one) ? one : encodeURIComponent(one.toWellFormed()))).join('/')
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
