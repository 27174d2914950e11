// How often the contract says something, read from its text: a guard for tests that run on what another reader made of it.
import { document } from '../server/contract.ts'

const paths = JSON.stringify(document.paths)

/** @param pattern With the flag g. */
export const occurrences = (pattern: RegExp): number => paths.match(pattern)?.length ?? 0
