// The errors of a document that we render ourselves, as lines of an error message.
import type { Platform } from '../rules/rule.ts'
import { lint, type Finding } from './lint.ts'

export const toLine = ({ rule, what, pointer }: Finding) => `${rule}: ${what}${pointer && ` (at ${pointer})`}`

/** The errors by the rules of these platforms, each as `rule: what`. Warnings are left to `npm run agents:lint`. */
export const violationsOf = (document: unknown, platforms: Platform[], { filled }: { filled: boolean }): string[] =>
  lint(document, { platforms, filled, errorsOnly: true }).map(toLine)
