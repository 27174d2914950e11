// This machine's addresses, and those that answer on a port. Shared by the tests of local-cloud/.
import { networkInterfaces } from 'node:os'

type Family = 'IPv4' | 'IPv6'

/** Leaves out the link-local addresses (fe80::…), which are valid on one interface only. */
export const ownAddresses = (...families: Family[]): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ family, address }) => families.includes(family) && !address.startsWith('fe80:'))
    .map(({ address }) => address)

/** The addresses that answer on the port, with any status. */
export async function answering(addresses: string[], port: string | number): Promise<string[]> {
  const asked = addresses.map(async (address) => {
    const host = address.includes(':') ? `[${address}]` : address
    await fetch(`http://${host}:${port}/`)
    return address
  })
  return (await Promise.allSettled(asked)).flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
}
