// Asks the rules of the platforms about a document, and about the OpenAPI document inside it.
import { documentRules, exhausting, kindNamed, preconditions } from '../rules/index.ts'
import { TooManySteps } from '../rules/place.ts'
import { payloadOf } from '../rules/payload.ts'
import {
  documentOf,
  platforms as all,
  type AgentDocument,
  type Breach,
  type Platform,
  type Rule,
} from '../rules/rule.ts'
import { kindOf } from './kind.ts'

/** @property pointer The JSON pointer of the place; after `#`, the place in the document that a text holds. */
export type Finding = Breach & Pick<Rule, 'platform' | 'level' | 'fix' | 'source'> & { rule: string }

/** More places for one rule of one platform are counted, and not listed. */
const maxFindings = 1000
/** The characters of the places and messages that one rule lists, and of those that it reads to find each once. */
const maxListed = 250_000
const maxRead = 5_000_000
/** A longer message holds a text of the document. */
const maxWhat = 1000

type Options = {
  /** Without it, all platforms that take this kind of document. */
  platforms?: readonly Platform[] | undefined
  /** The document is no template any more: a placeholder that is left is an error. */
  filled?: boolean
  format?: 'json' | 'yaml' | undefined
  /** Asks no rule that only advises. */
  errorsOnly?: boolean
}

/** What is wrong with the document; nothing for a document of no known kind. Never throws. */
export function lint(value: unknown, options: Options = {}): Finding[] {
  const { platforms = all, filled = false, format, errorsOnly = false } = options
  const document = documentOf(value, { filled, format })
  for (const precondition of preconditions) {
    const general = findings(document, [precondition])
    if (general.length > 0) return general
  }
  try {
    return [...findings(document, documentRules, errorsOnly), ...ofPlatforms(document, platforms, errorsOnly)]
  } catch (error) {
    if (error instanceof TooManySteps) return findings(document, exhausting)
    throw error
  }
}

function ofPlatforms(document: AgentDocument, platforms: readonly Platform[], errorsOnly: boolean): Finding[] {
  const kind = kindOf(document.root.value)
  if (!kind) return []
  const { rules, payload } = kindNamed(kind)
  const own = platforms.flatMap((platform) => findings(document, rules[platform] ?? [], errorsOnly))
  return payload && platforms.includes(payload.platform) ? [...own, ...ofPayload(document, payload, errorsOnly)] : own
}

type Payload = NonNullable<ReturnType<typeof kindNamed>['payload']>

/** The findings in the OpenAPI document that a text of this document holds. */
function ofPayload(document: AgentDocument, { platform, placeIn, but = [] }: Payload, errorsOnly: boolean): Finding[] {
  const place = placeIn(document)
  const inside = payloadOf(place, document)
  if (!inside || kindOf(inside.root.value) !== 'openapi') return []
  const { root, filled, format } = inside
  const found = lint(root.value, { platforms: [platform], filled, format, errorsOnly })
  return found
    .filter(({ rule }) => !but.includes(rule))
    .map((finding) => ({ ...finding, pointer: `${place.pointer}#${finding.pointer}` }))
}

function findings(document: AgentDocument, rules: Rule[], errorsOnly = false): Finding[] {
  const asked = errorsOnly ? rules.filter(({ level }) => level === 'error') : rules
  return asked.flatMap(({ id, platform, level, fix, source, check }) =>
    listed(check(document)).map(({ pointer, what }) => ({ rule: id, platform, level, pointer, what, fix, source })),
  )
}

/**
 * Each breach once, because operations may share the place that is wrong, and at last how many are left out. The
 * breaches of a document may have more characters than a machine has memory.
 */
function listed(breaches: Breach[]): Breach[] {
  const listed: Breach[] = []
  const known = new Map<string, Set<string>>()
  let charactersListed = 0
  let charactersRead = 0
  for (const [index, { pointer, what: message }] of breaches.entries()) {
    charactersRead += pointer.length + message.length
    if (listed.length >= maxFindings || charactersListed > maxListed || charactersRead > maxRead) {
      return [...listed, { pointer: '', what: restOf(breaches.length - index) }]
    }
    const what = message.length > maxWhat ? `${message.slice(0, maxWhat)}...` : message
    const messages = known.get(pointer) ?? new Set()
    if (messages.has(what)) continue
    known.set(pointer, messages.add(what))
    charactersListed += pointer.length + what.length
    listed.push({ pointer, what })
  }
  return listed
}

const restOf = (count: number) => `${count} more findings of this rule are left out`
