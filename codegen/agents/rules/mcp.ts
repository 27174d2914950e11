// The rules of a list of MCP tools: the result of `tools/list`.
import { at, isObject, isText, isThere, itemsOf, shown, textOf, written } from './place.ts'
import { rulesOf, unless, type Rule } from './rule.ts'
import { inEachTool, listIn, propertiesOf, repeatedNames, toolSchemas, toolsIn } from './tools.ts'

const tools = {
  document: 'Model Context Protocol 2026-07-28, Tools',
  url: 'https://modelcontextprotocol.io/specification/2026-07-28/server/tools',
}
const caching = {
  document: 'Model Context Protocol 2026-07-28, Caching',
  url: 'https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/caching',
}
const directory = {
  document: "Anthropic, policy of Claude's directory",
  url: 'https://support.anthropic.com/en/articles/11697096-anthropic-mcp-directory-policy',
}

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint']

export const mcp: Rule[] = rulesOf('mcp', tools, {
  list: {
    says: '`tools` is a list of objects.',
    fix: 'Give the result of tools/list.',
    check: (document) => {
      const list = at(listIn(document), 'tools')
      const isList = Array.isArray(list.value) && itemsOf(list).every(({ value }) => isObject(value))
      return unless(isList, list, 'tools is no list of objects')
    },
  },
  name: {
    says: 'A name is 1 to 128 of `A-Z a-z 0-9 _ . -`.',
    fix: 'Rename the tool.',
    check: inEachTool(({ name }) =>
      unless(/^[A-Za-z0-9_.-]{1,128}$/.test(textOf(name) ?? ''), name, `the name is ${shown(name.value)}`),
    ),
  },
  'unique-name': {
    says: 'No two tools have the same name.',
    fix: 'Rename one of them.',
    check: repeatedNames,
  },
  'input-schema': {
    says: 'Each tool has an `inputSchema`, which is an object.',
    fix: 'Describe the arguments; without any, `{"type": "object", "additionalProperties": false}`.',
    check: inEachTool(({ place }) =>
      unless(isObject(at(place, 'inputSchema').value), written(place, 'inputSchema'), 'inputSchema is missing'),
    ),
  },
  'output-schema': {
    says: 'An `outputSchema` is an object.',
    fix: 'Write the schema of structuredContent, or leave it out.',
    check: inEachTool(({ place }) => {
      const output = at(place, 'outputSchema')
      return unless(!isThere(output) || isObject(output.value), output, `outputSchema is ${shown(output.value)}`)
    }),
  },
  annotations: {
    says: 'Hints are true or false.',
    fix: 'Write true or false.',
    check: inEachTool(({ place }) =>
      hints.flatMap((hint) => {
        const { value } = at(place, 'annotations', hint)
        const isGood = value === undefined || typeof value === 'boolean'
        return unless(isGood, written(at(place, 'annotations'), hint), `${hint} is ${shown(value)}`)
      }),
    ),
  },
  icons: {
    says: 'The `src` of an icon is an https URL or a `data:` URL.',
    fix: 'Serve the icon by https, or put it into the document.',
    check: inEachTool(({ place }) =>
      itemsOf(at(place, 'icons')).flatMap((icon) =>
        unless(/^(https:\/\/|data:|\$\{)/.test(textOf(at(icon, 'src')) ?? ''), icon, 'src is no https or data URL'),
      ),
    ),
  },
  cache: {
    says: '`ttlMs` is a number of at least 0, and `cacheScope` is `public` or `private`.',
    fix: 'Write private when the list depends on the token.',
    source: caching,
    check: (document) => {
      const list = listIn(document)
      const [ttl, scope] = [at(list, 'ttlMs'), at(list, 'cacheScope')]
      const isTime = ttl.value === undefined || (typeof ttl.value === 'number' && ttl.value >= 0)
      return [
        ...unless(isTime, ttl, `ttlMs is ${shown(ttl.value)}`),
        ...unless(
          [undefined, 'public', 'private'].includes(scope.value as undefined),
          scope,
          `it is ${shown(scope.value)}`,
        ),
      ]
    },
  },
  hints: {
    level: 'warning',
    says: 'Each tool has all four hints: by default it is destructive and open to the world.',
    fix: `Add ${hints.join(', ')} to annotations.`,
    source: directory,
    check: inEachTool(({ place }) => {
      const missing = hints.filter((hint) => !isThere(at(place, 'annotations', hint)))
      return unless(missing.length === 0, written(place, 'annotations'), `there is no ${missing.join(', no ')}`)
    }),
  },
  title: {
    level: 'warning',
    says: 'Each tool has a `title`.',
    fix: 'Add the words that a person sees.',
    source: directory,
    check: inEachTool(({ place }) =>
      unless(isText(at(place, 'title')) || isText(at(place, 'annotations', 'title')), place, 'title is missing'),
    ),
  },
  description: {
    level: 'warning',
    says: 'Each tool has a `description`: it is all that the model knows of it.',
    fix: 'Say in a sentence what the tool does.',
    check: inEachTool(({ description }) => unless(isText(description), description, 'description is missing')),
  },
  'closed-without-arguments': {
    level: 'warning',
    says: 'A tool without arguments says `additionalProperties: false`.',
    fix: 'Add additionalProperties: false.',
    check: inEachTool(({ schema }) => {
      const isEmpty = isObject(schema.value) && propertiesOf(schema).length === 0
      const isOther = ['oneOf', 'anyOf', 'allOf', 'patternProperties'].some((keyword) => isThere(at(schema, keyword)))
      const isClosed = isThere(at(schema, 'additionalProperties'))
      return unless(!isEmpty || isOther || isClosed, schema, 'there are no arguments, and any are allowed')
    }),
  },
  'no-header-arguments': {
    level: 'warning',
    says: 'No argument has `x-mcp-header`, unless a header is wanted.',
    fix: 'Remove x-mcp-header, or try each client with it.',
    check: (document) =>
      toolSchemas(document).flatMap(({ place, owner }) => {
        const header = at(place, 'x-mcp-header')
        return unless(!isThere(header), header, `${owner}: the argument is sent as a header`)
      }),
  },
  'some-tool': {
    level: 'warning',
    says: 'There is at least one tool.',
    fix: 'Check the rights of the token: a server may show tools by scope.',
    check: (document) => {
      const list = at(listIn(document), 'tools')
      return unless(!Array.isArray(list.value) || toolsIn(document).length > 0, list, 'the list is empty')
    },
  },
})
