// This machine's addresses, and which of them a port answers on.
import { networkInterfaces } from 'node:os'

type Family = 'IPv4' | 'IPv6'

/** Without those that mean something on one interface only (fe80::…). */
export const ownAddresses = (...families: Family[]): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ family, address }) => families.includes(family) && !address.startsWith('fe80:'))
    .map(({ address }) => address)

/** Those of the addresses that answer there, whatever the status. */
export async function answering(addresses: string[], port: string | number): Promise<string[]> {
  const asked = addresses.map(async (address) => {
    const host = address.includes(':') ? `[${address}]` : address
    await fetch(`http://${host}:${port}/`)
    return address
  })
  return (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
