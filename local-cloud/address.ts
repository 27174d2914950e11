// Where a server of the local cloud listens, and the address under which it is called.
import { isIPv6, type AddressInfo, type Server } from 'node:net'

/** Out of reach for the network: the start page hands out tokens. */
export const loopback = '127.0.0.1'

/** Where to listen, as `LOCAL_HOST` says it; an empty one would be all addresses to Node. */
export function hostToListenOn(): string {
  const { LOCAL_HOST = '' } = process.env
  return LOCAL_HOST === '' ? loopback : LOCAL_HOST
}

/** Under these a machine calls itself: 0.0.0.0 and `::` are all of its addresses. */
const ofThisMachine = new Set([loopback, '0.0.0.0', '::'])

type Listening = Pick<AddressInfo, 'address' | 'port'>

/** @param self The machine's name for itself. S3's clients put the bucket before a name, and behind an address. */
export function urlAt({ address, port }: Listening, self = loopback): string {
  if (ofThisMachine.has(address)) return `http://${self}:${port}`
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`
}

/** Sound: a server on a port, not on a pipe, has an AddressInfo. */
export const urlOf = (server: Pick<Server, 'address'>, self?: string) => urlAt(server.address() as AddressInfo, self)
