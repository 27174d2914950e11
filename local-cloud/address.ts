// Where a server of the local cloud listens, and which URL leads to it.
import { isIPv6, type AddressInfo } from 'node:net'

/** The default. The network cannot reach it, which matters because the start page shows a valid token. */
export const loopback = '127.0.0.1'

/** The host in `LOCAL_HOST`. Node would take an empty one for all addresses, so an empty one means the default. */
export function hostToListenOn(): string {
  const { LOCAL_HOST = '' } = process.env
  return LOCAL_HOST === '' ? loopback : LOCAL_HOST
}

/** A server on one of these is reached from this machine by any of its names; 0.0.0.0 and `::` mean all addresses. */
const ofThisMachine = new Set([loopback, '0.0.0.0', '::'])

/**
 * @param self The machine's name for itself. By default a number, because S3 clients put the bucket before a host name
 * but into the path after a number.
 */
export function urlAt({ address, port }: Pick<AddressInfo, 'address' | 'port'>, self = loopback): string {
  if (ofThisMachine.has(address)) return `http://${self}:${port}`
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`
}
