// The marking `x-agents` of an operation: which assistants may call it, and what they are told about it.
import type { Method } from '../contract.ts'

export const platforms = ['amazon-q', 'quick', 'agentcore', 'm365', 'mcp', 'assistant'] as const
export type Platform = (typeof platforms)[number]

export const kinds = ['read', 'create', 'update', 'delete'] as const
export type Kind = (typeof kinds)[number]

/** The marking as the contract writes it: a list of platforms, or an object with more. */
export type WrittenMarking = Platform[] | ({ to: Platform[] } & Partial<Omit<Marking, 'to'>>)

export type Marking = {
  /** The platforms that are offered the operation, in the order of `platforms`. */
  to: Platform[]
  /** The text for the model, where the operation's description serves people only. */
  description: string | undefined
  kind: Kind
  /** A person must agree to each call. */
  confirm: boolean
}

/** Undefined: no assistant sees the operation. A delete always needs a person's consent. */
export function markingOf(written: WrittenMarking | undefined, method: Method): Marking | undefined {
  if (written === undefined) return undefined
  const { to, description, kind = kindOf(method), confirm = false } = Array.isArray(written) ? { to: written } : written
  const offered = platforms.filter((platform) => to.includes(platform))
  return { to: offered, description, kind, confirm: confirm || kind === 'delete' }
}

function kindOf(method: Method): Kind {
  if (method === 'delete') return 'delete'
  if (method === 'post') return 'create'
  return method === 'put' || method === 'patch' ? 'update' : 'read'
}
