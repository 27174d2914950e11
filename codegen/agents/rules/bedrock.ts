// The rules of toolConfig, the tools that Bedrock's Converse takes.
import { hasOneOf } from './inputs-of-apis.ts'
import { at, isObject, isText, isThere, itemsOf, shown, textOf, written } from './place.ts'
import { breach, rulesOf, unless, type Rule } from './rule.ts'
import { inEachTool, listIn, repeatedNames, toolsIn } from './tools.ts'

const api = 'https://docs.aws.amazon.com/bedrock/latest/APIReference'
const specification = {
  document: 'Amazon Bedrock API Reference, ToolSpecification',
  url: `${api}/API_runtime_ToolSpecification.html`,
}
const configuration = {
  document: 'Amazon Bedrock API Reference, ToolConfiguration',
  url: `${api}/API_runtime_ToolConfiguration.html`,
}
const choice = { document: 'Amazon Bedrock API Reference, ToolChoice', url: `${api}/API_runtime_ToolChoice.html` }

/** Beside tools, the list may hold points at which a prompt is cached. */
const kinds = ['toolSpec', 'cachePoint', 'systemTool']

export const bedrock: Rule[] = rulesOf('bedrock', specification, {
  tools: {
    says: '`tools` has at least one entry, and each is a `toolSpec`.',
    fix: 'Add a tool, or leave toolConfig out.',
    source: configuration,
    check: (document) => {
      const list = at(listIn(document), 'tools')
      const items = itemsOf(list)
      return [...unless(items.length > 0, list, 'there is no tool'), ...items.flatMap((item) => hasOneOf(item, kinds))]
    },
  },
  name: {
    says: 'A name is 1 to 64 of `A-Z a-z 0-9 _ -`.',
    fix: 'Rename the tool.',
    check: (document) =>
      toolsIn(document).flatMap(({ name, title }) =>
        unless(/^[a-zA-Z0-9_-]{1,64}$/.test(textOf(name) ?? ''), name, `${title}: the name is ${shown(name.value)}`),
      ),
  },
  'unique-name': {
    says: 'No two tools have the same name.',
    fix: 'Rename one of them.',
    check: repeatedNames,
  },
  description: {
    says: 'A `description` has at least one character.',
    fix: 'Say in a sentence what the tool does.',
    check: (document) =>
      toolsIn(document).flatMap(({ description, title }) =>
        unless(isText(description), description, `${title}: description is ${shown(description.value)}`),
      ),
  },
  'input-schema': {
    says: '`inputSchema.json` is an object.',
    fix: 'Describe the arguments.',
    check: (document) =>
      toolsIn(document).flatMap(({ place, title }) => {
        const schema = at(place, 'inputSchema', 'json')
        return unless(isObject(schema.value), written(place, 'inputSchema'), `${title}: inputSchema.json is missing`)
      }),
  },
  strict: {
    says: '`strict` is true or false.',
    fix: 'Write true or false.',
    check: inEachTool(({ place }) => {
      const strict = at(place, 'strict')
      return unless(!isThere(strict) || typeof strict.value === 'boolean', strict, `strict is ${shown(strict.value)}`)
    }),
  },
  'tool-choice': {
    says: '`toolChoice` has exactly one of `auto`, `any` and `tool`, which names a tool of the list.',
    fix: 'Keep one of them. There is no "none": leave toolConfig out.',
    source: choice,
    check: (document) => {
      const chosen = at(listIn(document), 'toolChoice')
      if (!isThere(chosen)) return []
      const wrong = hasOneOf(chosen, ['auto', 'any', 'tool'])
      const name = at(chosen, 'tool', 'name')
      const isKnown = !isThere(at(chosen, 'tool')) || toolsIn(document).some((tool) => tool.name.value === name.value)
      return wrong.length > 0 || isKnown ? wrong : [breach(name, `no tool is called ${shown(name.value)}`)]
    },
  },
})
