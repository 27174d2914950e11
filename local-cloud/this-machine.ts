// Whether a request names this machine in its Host header. A website that points its own name here does not (DNS rebinding).
import { BlockList, isIP } from 'node:net'
import { hostToListenOn } from './address.ts'

const loopbacks = new BlockList()
loopbacks.addSubnet('127.0.0.0', 8, 'ipv4')
loopbacks.addAddress('::1', 'ipv6')

const allAddresses = new Set(['0.0.0.0', '::'])

/** The name or the number in a Host header, without port and brackets. Empty when the header is malformed. */
export function hostIn(header: string): string {
  const [, name = ''] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/.exec(header.toLowerCase()) ?? []
  return name.replace(/^\[(.*)\]$/, '$1')
}

export function isLoopback(host: string): boolean {
  const family = isIP(host)
  return host === 'localhost' || (family !== 0 && loopbacks.check(host, family === 6 ? 'ipv6' : 'ipv4'))
}

/** @param header The Host header. No Host is no browser, and so no website. */
export function isThisMachine(header: string | undefined, configured = hostToListenOn()): boolean {
  if (header === undefined) return true
  const host = hostIn(header)
  if (host === '') return false
  // Nobody can point a name of theirs at a number: it leads to this machine, or not here.
  const isNumberOfAny = allAddresses.has(configured) && isIP(host) !== 0
  return isLoopback(host) || host === configured.toLowerCase() || isNumberOfAny
}
