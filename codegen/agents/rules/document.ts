// The rules that hold for every document, before those of a platform are asked.
import { isObject, maxSteps, shown, targetOf, written, type Place } from './place.ts'
import { placeholderWithin } from './placeholder.ts'
import { breach, rulesOf, unless, type Breach, type Rule } from './rule.ts'

const pointers = {
  document: 'RFC 6901, JSON Pointer',
  url: 'https://www.rfc-editor.org/rfc/rfc6901',
}
const servers = { document: 'OpenAPI 3.0.3, Server Object', url: 'https://spec.openapis.org/oas/v3.0.3#server-object' }
const references = {
  document: 'OpenAPI 3.0.3, Reference Object',
  url: 'https://spec.openapis.org/oas/v3.0.3#reference-object',
}
const json = { document: 'RFC 8259, JSON, section 9', url: 'https://www.rfc-editor.org/rfc/rfc8259#section-9' }

/** Jackson, the parser of most services in Java, refuses more. */
export const maxDepth = 1000

/** A list or an object with more takes more memory than a machine has. No platform takes a tenth of it. */
const maxLength = 50_000

/** Each finding below such a name repeats it. */
const maxName = 1000

/** After a breach of one of these, no other rule is asked. */
export const preconditions: Rule[] = rulesOf('document', json, {
  nesting: {
    says: `Values nest at most ${maxDepth} deep: parsers set such a limit.`,
    fix: 'Flatten the document. In YAML, an anchor must not contain its own alias.',
    check: ({ root }) => (isDeep(root.value) ? [breach(root, `values nest more than ${maxDepth} deep`)] : []),
  },
  length: {
    says: `A list or an object has at most ${maxLength.toLocaleString('en')} entries, and a name at most ${maxName.toLocaleString('en')} characters.`,
    fix: 'Split the document; shorten the name.',
    check: ({ root }) => {
      const isLong = someValue(root.value, (value) => Object.keys(value).length > maxLength)
      const hasLongName = someValue(root.value, (value) => Object.keys(value).some(({ length }) => length > maxName))
      return [
        ...unless(!isLong, root, `a list or an object has more than ${maxLength} entries`),
        ...unless(!hasLongName, root, `the name of a member has more than ${maxName} characters`),
      ]
    },
  },
})

/** Asked when the other rules have given up. */
export const exhausting: Rule[] = rulesOf('document', references, {
  effort: {
    says: `The rules take at most ${maxSteps.toLocaleString('en')} steps: a part that is shared takes them wherever it is used.`,
    fix: 'Offer fewer operations, or let them share less.',
    check: ({ root }) => unless(root.effort.steps >= 0, root, `the rules take more than ${maxSteps} steps`),
  },
})

export const document: Rule[] = [
  ...rulesOf('document', pointers, {
    references: {
      says: 'Each `$ref` leads to a value in the same document.',
      fix: 'Bundle the documents into one, and correct the pointer.',
      check: ({ root }) => wrongReferences(root),
    },
    'no-placeholders': {
      says: 'A filled document has no placeholder such as `${SERVER_URL}`.',
      fix: 'Fill the value in.',
      source: servers,
      check: ({ root, filled }) => {
        const left = filled ? placeholderWithin(root.value) : undefined
        return left === undefined ? [] : [breach(root, `${left} is not filled in`)]
      },
    },
  }),
]

/** Looks at one level after another, and at each value of a level once: a value may contain itself. */
function isDeep(value: unknown): boolean {
  let level = new Set([value])
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > maxDepth) return true
    const next = new Set<unknown>()
    for (const one of level) for (const child of childrenOf(one)) next.add(child)
    level = next
  }
  return false
}

function someValue(root: unknown, is: (value: object) => boolean): boolean {
  const seen = new Set<unknown>()
  const pending = [root]
  while (pending.length > 0) {
    const value = pending.pop()
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    if (is(value)) return true
    seen.add(value)
    for (const child of childrenOf(value)) pending.push(child)
  }
  return false
}

/** The lists and objects in a value. */
const childrenOf = (value: unknown): object[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).filter((child): child is object => typeof child === 'object' && child !== null)
    : []

/** Their values are data, in which a member called $ref is no reference. */
const data = ['default', 'enum', 'const', 'example', 'examples']
const maps = ['properties', 'patternProperties', 'schemas', 'examples']

function wrongReferences(root: Place): Breach[] {
  const breaches: Breach[] = []
  const seen = new Set<unknown>()
  const pending = [{ place: root, isMap: false }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { place, isMap } = next
    const { value } = place
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (!isMap && isObject(value) && Object.hasOwn(value, '$ref')) {
      const what = wrongness(value.$ref, root)
      if (what !== undefined) breaches.push(breach(written(place, '$ref'), what))
    }
    for (const key of Object.keys(value)) {
      const isData = !isMap && !Array.isArray(value) && data.includes(key)
      if (!isData) pending.push({ place: written(place, key), isMap: !isMap && maps.includes(key) })
    }
  }
  return breaches
}

function wrongness(reference: unknown, { root, effort }: Place): string | undefined {
  if (typeof reference !== 'string') return `$ref is ${shown(reference)}, not a text`
  if (!reference.startsWith('#')) return `$ref ${shown(reference)} leads to another document, which is not read`
  return targetOf(reference, root, effort) ? undefined : `$ref ${shown(reference)} leads nowhere`
}
