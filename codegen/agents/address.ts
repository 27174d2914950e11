// Host names and URLs that a service on the Internet can call.

export const isHostName = (value: string) =>
  value.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(value)

/** Whether the value is an https URL of a host with a domain, without user, query and fragment. */
export function isHttpsUrl(value: string): boolean {
  const url = URL.parse(value)
  return url?.protocol === 'https:' && !/[\s$@?#]/.test(value) && isHostName(url.hostname)
}
