// A rule of a platform, as data: what it says, how bad a breach is, where it is documented, and its check.
import { placeOf, type Effort, type Place } from './place.ts'

export const platforms = ['amazon-q', 'create-plugin', 'quick', 'agentcore', 'm365', 'mcp', 'bedrock'] as const
export type Platform = (typeof platforms)[number]

/** `document` holds for every document, `portable` for every list of tools. */
export type Owner = Platform | 'document' | 'portable'
export type Source = { document: string; url: string }

/** A breach of a rule: its place, and what is wrong there. */
export type Breach = { pointer: string; what: string }

/**
 * A document as the rules see it.
 * @property filled It is no template any more: a placeholder that is left is wrong.
 * @property format How it is written; undefined when it was not read from a text.
 */
export type AgentDocument = { root: Place; filled: boolean; format: 'json' | 'yaml' | undefined }

export type Rule = {
  id: string
  platform: Owner
  /** error: documented, the platform refuses the document or fails. warning: advice. */
  level: 'error' | 'warning'
  /** The rule in the table of the docs. */
  says: string
  /** How the author of a document mends a breach. */
  fix: string
  source: Source
  check: (document: AgentDocument) => Breach[]
}

export const documentOf = (
  value: unknown,
  { filled = false, format, effort }: { filled?: boolean; format?: AgentDocument['format']; effort?: Effort } = {},
): AgentDocument => ({ root: placeOf(value, effort), filled, format })

type Body = Omit<Rule, 'id' | 'platform' | 'level' | 'source'> & { source?: Source; level?: Rule['level'] }

/** The rules of a platform: an error and this source, unless a rule says otherwise. */
export const rulesOf = (platform: Owner, source: Source, rules: Record<string, Body>): Rule[] =>
  Object.entries(rules).map(([id, rule]) => ({ level: 'error', source, ...rule, id, platform }))

export const breach = ({ pointer }: Place, what: string): Breach => ({ pointer, what })

export const unless = (holds: boolean, place: Place, what: string): Breach[] => (holds ? [] : [breach(place, what)])

/** Computes a part of a document once, however many rules ask for it. */
export function memo<T>(compute: (document: AgentDocument) => T): (document: AgentDocument) => T {
  const known = new WeakMap<AgentDocument, { result: T }>()
  return (document) => {
    const found = known.get(document) ?? { result: compute(document) }
    known.set(document, found)
    return found.result
  }
}
