// The scopes of an operation: an access token needs those of one of its alternatives.
import type { Operation } from './operations.ts'

/** Each scope once, whichever alternative has it. */
export const scopesOf = ({ security }: Pick<Operation, 'security'>): string[] => [
  ...new Set(security.flatMap((alternative) => Object.values(alternative).flat())),
]
