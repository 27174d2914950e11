// Host names and URLs that a service on the Internet can call.

export const isHostName = (value: string) =>
  value.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(value)

/** Whether the value is the https URL of a host with a domain and at most a path: no user, query or fragment. */
export function isHttpsUrl(value: string): boolean {
  const [, host = ''] = /^https:\/\/([^/:]+)(?::\d{1,5})?(?:\/[\w.~%-]+)*\/?$/.exec(value) ?? []
  return isHostName(host)
}
