// Whether a request names this machine in its Host header. A website that points its own name here does not (DNS rebinding).
import { BlockList, isIP } from 'node:net'
import { hostToListenOn } from './address.ts'

const loopbacks = new BlockList()
loopbacks.addSubnet('127.0.0.0', 8, 'ipv4')
loopbacks.addAddress('::1', 'ipv6')

const allAddresses = new Set(['0.0.0.0', '::'])

/** @param host The Host header. No Host is no browser, and so no website. */
export function isThisMachine(host: string | undefined, configured = hostToListenOn()): boolean {
  if (host === undefined) return true
  const [, name = ''] = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host.toLowerCase()) ?? []
  const plain = name.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(plain)
  if (plain === 'localhost' || plain === configured.toLowerCase()) return plain !== ''
  if (family === 0) return false
  // Nobody can point a name of theirs at a number: it leads to this machine, or not here.
  return allAddresses.has(configured) || loopbacks.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}
