// A change of the contract: whom it meets, in which words, and the semver that it asks for.
export const bumps = ['none', 'patch', 'minor', 'major'] as const
export type Bump = (typeof bumps)[number]

/**
 * `sdk`: programs that are compiled against the SDK. `wire`: programs that send requests. `agents`: assistants and
 * their tools. `gateway`: whoever deploys the API.
 */
export const consumers = ['sdk', 'wire', 'agents', 'gateway'] as const
export type Consumer = (typeof consumers)[number]

/** @property text A sentence without its subject's operations, which `at` lists. */
export type Change = { text: string; at: string[]; asks: Partial<Record<Consumer, Bump>> }

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const largest = (all: readonly Bump[]): Bump =>
  bumps[Math.max(0, ...all.map((bump) => bumps.indexOf(bump)))] ?? 'none'

export const askedBy = (change: Change): Bump => largest(Object.values(change.asks))

/** Changes of one text are one change, at all their operations. */
export function grouped(changes: Change[]): Change[] {
  const known = new Map<string, Change>()
  for (const { text, at, asks } of changes) {
    const found = known.get(text)
    if (!found) {
      known.set(text, { text, at: [...at], asks: { ...asks } })
      continue
    }
    found.at = [...new Set([...found.at, ...at])]
    for (const consumer of consumers) {
      const bump = largest([found.asks[consumer] ?? 'none', asks[consumer] ?? 'none'])
      if (bump !== 'none') found.asks[consumer] = bump
    }
  }
  return [...known.values()]
}

/** Before 1.0.0 the minor version takes the place of the major one, as npm reads `^0.2.0`. */
export function inVersion(version: string, bump: Bump): Bump {
  if (!version.startsWith('0.')) return bump
  return bump === 'major' ? 'minor' : bump === 'minor' ? 'patch' : bump
}
