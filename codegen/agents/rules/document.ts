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

const counted = (count: number) => count.toLocaleString('en')

/** Jackson, the parser of most services in Java, refuses more. */
export const maxDepth = 1000

/** A list or an object with more takes more memory than a machine has. No platform takes a tenth of it. */
const maxLength = 50_000

/** The largest public documents have a tenth. */
const maxValues = 250_000

/** Each finding below such a name repeats it. */
const maxName = 1000

/** A place deeper in long names has a pointer that nobody reads, and a thousand of them fill a machine. */
const maxPointer = 10_000

/** After a breach of one of these, no other rule is asked. */
export const preconditions: Rule[] = rulesOf('document', json, {
  nesting: {
    says: `Values nest at most ${maxDepth} deep: parsers set such a limit.`,
    fix: 'Flatten the document. In YAML, an anchor must not contain its own alias.',
    check: ({ root }) => (isDeep(root.value) ? [breach(root, `values nest more than ${maxDepth} deep`)] : []),
  },
  length: {
    says: `There are at most ${counted(maxValues)} lists and objects, each of at most ${counted(maxLength)} entries; a name has at most ${counted(maxName)} characters, the pointer of a place ${counted(maxPointer)}.`,
    fix: 'Split the document; shorten the name.',
    check: ({ root }) => {
      const what = excessIn(root.value)
      return what === undefined ? [] : [breach(root, what)]
    },
  },
})

/** Asked when the other rules have given up. */
export const exhausting: Rule[] = rulesOf('document', references, {
  effort: {
    says: `The rules take at most ${counted(maxSteps)} steps: a part that is shared takes them wherever it is used.`,
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
    // The next rule says that it is too large.
    if (next.size > maxValues) return false
    level = next
  }
  return false
}

/** Which limit of sizes the value exceeds, in words. Ends at the first: the value may be as large as a file. */
function excessIn(root: unknown): string | undefined {
  const seen = new Set<unknown>()
  const pending = [{ value: root, length: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, length } = next
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (seen.size > maxValues) return `there are more than ${maxValues} lists and objects`
    const keys = Object.keys(value)
    if (keys.length > maxLength) return `a list or an object has more than ${maxLength} entries`
    for (const key of keys) {
      if (key.length > maxName) return `the name of a member has more than ${maxName} characters`
      const longer = length + 1 + key.length
      if (longer > maxPointer) return `the pointer of a place has more than ${maxPointer} characters`
      // Safe cast: the key is one of the object's own.
      pending.push({ value: (value as Record<string, unknown>)[key], length: longer })
    }
  }
  return undefined
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
