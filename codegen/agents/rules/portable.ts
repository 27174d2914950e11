// The rules that make a list of tools portable: schemas that the models of OpenAI, Google and Anthropic all take.
import { at, isObject, isText, shown, textOf, written, type Place } from './place.ts'
import { breach, rulesOf, unless, type AgentDocument, type Breach, type Rule } from './rule.ts'
import { circlesFrom, isOfType } from './schemas.ts'
import { inEachTool, listIn, propertiesOf, toolRoots, toolSchemas, toolsIn } from './tools.ts'

const openai = {
  document: 'langchainjs issue 9804: OpenAI refuses composition at the root',
  url: 'https://github.com/langchain-ai/langchainjs/issues/9804',
}
const openaiGuide = {
  document: 'OpenAI, Function calling',
  url: 'https://platform.openai.com/docs/guides/function-calling',
}
const gemini = {
  document: 'copilot-cli issue 4623: Gemini refuses the whole request',
  url: 'https://github.com/github/copilot-cli/issues/4623',
}
const geminiToo = {
  document: 'backstage issue 34038: Gemini refuses the whole request',
  url: 'https://github.com/backstage/backstage/issues/34038',
}
const quick = {
  document: 'Amazon Quick User Guide, MCP integration',
  url: 'https://docs.aws.amazon.com/quick/latest/userguide/mcp-integration.html',
}
const draft = {
  document: 'JSON Schema 2020-12, Validation',
  url: 'https://json-schema.org/draft/2020-12/json-schema-validation',
}
const directory = {
  document: "Anthropic, policy of Claude's directory",
  url: 'https://support.anthropic.com/en/articles/11697096-anthropic-mcp-directory-policy',
}

const atRoot = ['oneOf', 'anyOf', 'allOf', 'enum', 'not']
const goodName = 40

const inEachSchema =
  (check: (schema: Place) => Breach[]) =>
  (document: AgentDocument): Breach[] =>
    toolSchemas(document).flatMap(({ place, owner }) =>
      check(place).map(({ pointer, what }) => ({ pointer, what: `${owner}: ${what}` })),
    )

const memberIn = (schema: Place, member: string) => isObject(schema.value) && Object.hasOwn(schema.value, member)

export const portable: Rule[] = rulesOf('portable', gemini, {
  'root-object': {
    says: 'The schema of the arguments has `type: object` at its root.',
    fix: 'Make it an object; a tool without arguments has one without properties.',
    source: openaiGuide,
    check: inEachTool(({ schema }) => {
      const { value } = at(schema, 'type')
      // A list of types is a breach of another rule, and so is a schema that is no object.
      const isGood = value === 'object' || (Array.isArray(value) && value.includes('object')) || !isObject(schema.value)
      return unless(isGood, schema, `the type of the arguments is ${shown(value)}`)
    }),
  },
  'plain-root': {
    says: `The schema of the arguments has no ${atRoot.map((keyword) => `\`${keyword}\``).join(', ')} at its root.`,
    fix: 'Write one plain object.',
    source: openai,
    check: inEachTool(({ schema }) =>
      atRoot
        .filter((keyword) => memberIn(schema, keyword))
        .map((keyword) => breach(written(schema, keyword), `the root has ${keyword}`)),
    ),
  },
  'one-type': {
    says: 'A `type` is no list.',
    fix: 'Name one type; leave a member out instead of sending null.',
    check: inEachSchema((schema) =>
      unless(!Array.isArray(at(schema, 'type').value), written(schema, 'type'), 'type is a list'),
    ),
  },
  'array-items': {
    says: 'Every array has `items`.',
    fix: 'Describe the items.',
    source: geminiToo,
    check: inEachSchema((schema) =>
      unless(!isOfType(schema, 'array') || memberIn(schema, 'items'), schema, 'the array has no items'),
    ),
  },
  'no-boolean-schemas': {
    says: 'No schema below the root is `true` or `false`; `additionalProperties` may be.',
    fix: 'Write an object schema.',
    check: inEachSchema((schema) =>
      unless(
        typeof schema.value !== 'boolean' || schema.key === 'additionalProperties',
        schema,
        `the schema is ${shown(schema.value)}`,
      ),
    ),
  },
  'required-list': {
    says: '`required` is a list of names at the object.',
    fix: 'Name the required properties in a list beside properties.',
    source: quick,
    check: inEachSchema((schema) => {
      const required = at(schema, 'required')
      const isList = Array.isArray(required.value) && required.value.every((name) => typeof name === 'string')
      return unless(required.value === undefined || isList, required, `required is ${shown(required.value)}`)
    }),
  },
  'no-nullable': {
    says: 'No schema has `nullable`, which is no word of JSON Schema.',
    fix: 'Leave the member out instead of sending null.',
    source: draft,
    check: inEachSchema((schema) =>
      unless(!memberIn(schema, 'nullable'), written(schema, 'nullable'), 'the schema has nullable'),
    ),
  },
  'exclusive-numbers': {
    says: '`exclusiveMinimum` and `exclusiveMaximum` are numbers.',
    fix: 'Write the bound itself.',
    source: draft,
    check: inEachSchema((schema) =>
      ['exclusiveMinimum', 'exclusiveMaximum'].flatMap((keyword) => {
        const bound = at(schema, keyword)
        const isGood = bound.value === undefined || typeof bound.value === 'number'
        return unless(isGood, bound, `${keyword} is ${shown(bound.value)}`)
      }),
    ),
  },
  acyclic: {
    says: 'No schema contains itself.',
    fix: 'Cut the circle: an id serves in its place.',
    source: openaiGuide,
    check: (document) =>
      circlesFrom(toolRoots(document)).map(({ place, owner }) => breach(place, `${owner}: the schema contains itself`)),
  },
  inline: {
    level: 'warning',
    says: 'Schemas have no `$ref`.',
    fix: 'Put the schema in its place.',
    check: referencesIn,
  },
  'described-arguments': {
    level: 'warning',
    says: 'Each argument has a `description`: models ignore formats and patterns.',
    fix: 'Say in words what matters, as "a date as 2027-05-08".',
    source: openaiGuide,
    check: inEachTool(({ schema }) =>
      propertiesOf(schema).flatMap(([name, property]) =>
        unless(isText(at(property, 'description')), property, `the argument ${shown(name)} has no description`),
      ),
    ),
  },
  'short-name': {
    level: 'warning',
    says: `A name has at most ${goodName} of \`A-Z a-z 0-9 _ -\`: with the host's prefix it must stay within 64.`,
    fix: 'Rename the tool.',
    source: directory,
    check: inEachTool(({ name }) => {
      const text = textOf(name) ?? ''
      const isGood = /^[A-Za-z0-9_-]*$/.test(text) && text.length <= goodName
      return unless(isGood, name, `the name ${shown(text)} has ${text.length} characters, or others than these`)
    }),
  },
  'tool-count': {
    level: 'warning',
    says: 'There are at most 40 tools: Cursor takes no more, Quick takes 100, VS Code 128.',
    fix: 'Offer fewer tools.',
    source: quick,
    check: (document) => {
      const { length } = toolsIn(document)
      return unless(length <= 40, written(listIn(document), 'tools'), `there are ${length} tools`)
    },
  },
})

/** Schemas of tools that are written as references. One that closes a circle is a breach of another rule. */
function referencesIn(document: AgentDocument): Breach[] {
  const circular = new Set(circlesFrom(toolRoots(document)).map(({ place }) => place.value))
  const breaches: Breach[] = []
  const seen = new Set<unknown>()
  const pending = toolsIn(document).map(({ place, title }) => ({ place: written(place, 'inputSchema'), title }))
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { place, title } = next
    const { value } = place
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (isObject(value) && typeof value.$ref === 'string' && !circular.has(value))
      breaches.push(breach(place, `${title}: the schema is a reference`))
    for (const key of Object.keys(value)) {
      if (!['default', 'enum', 'const', 'examples'].includes(key)) pending.push({ place: written(place, key), title })
    }
  }
  return breaches
}
