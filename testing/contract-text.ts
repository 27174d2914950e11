// Counts a pattern in the contract's text. So a test notices when its reader of the contract misses something.
import { document } from '../server/contract.ts'

const paths = JSON.stringify(document.paths)

/** @param pattern Has the flag g. */
export const occurrences = (pattern: RegExp): number => paths.match(pattern)?.length ?? 0
