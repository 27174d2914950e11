// Host names and URLs that a service on the Internet can call.

export const isHostName = (value: string) =>
  value.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(value)

/** Whether the value is the https URL of a host with a domain and at most a path: no user, query or fragment. */
export function isHttpsUrl(value: string): boolean {
  const [, host = ''] = /^https:\/\/([^/:]+)(?::\d{1,5})?(?:\/[\w.~%-]+)*\/?$/.exec(value) ?? []
  return isHostName(host) && URL.canParse(value)
}

/** Whether the value is an absolute URL that a browser would take. */
export const isAbsoluteUrl = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value)

const privateHost =
  /^([^.:[\]]+|.*\.(local|internal|localhost)|10\..*|127\..*|169\.254\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[(::1?|f[cd].*|fe80.*)\])$/i

/** Whether only a private network knows the URL's host. A name without a dot is one of its names. */
export const isPrivate = (url: string) => URL.canParse(url) && privateHost.test(new URL(url).hostname)
