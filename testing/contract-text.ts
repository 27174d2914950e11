// Counts a pattern in the contract's text. So a test notices when its reader of the contract misses something.
import { document } from '../server/contract.ts'

/** Like the list of operations: without those of another protocol. */
const paths = JSON.stringify(document.paths, (_name, value: unknown) =>
  typeof value === 'object' && value !== null && 'x-protocol' in value ? undefined : value,
)

/** @param pattern Has the flag g. */
export const occurrences = (pattern: RegExp): number => paths.match(pattern)?.length ?? 0
