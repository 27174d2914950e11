// What openapi-backend 5.21 and Prism 5.16 do with each construct, measured by peers.long.test.ts.
import measured from './measured.json' with { type: 'json' }

/** `no`: it stops, or refuses a request that is right. `open`: it accepts one that is wrong, or a contract that is. */
export type Support = 'yes' | 'no' | 'open'

export type Peers = { backend: Support; prism: Support }

// Safe cast: the test compares each value with what the tools do.
export const peersOf = (name: string): Peers | undefined => (measured as Record<string, Peers>)[name]
