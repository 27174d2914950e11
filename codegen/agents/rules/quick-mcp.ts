// The rules of Amazon Quick for the tools of an MCP server.
import { at, shown, written } from './place.ts'
import { rulesOf, unless, type Rule } from './rule.ts'
import { inEachTool, listIn, toolsIn } from './tools.ts'

const guide = {
  document: 'Amazon Quick User Guide, MCP integration',
  url: 'https://docs.aws.amazon.com/quick/latest/userguide/mcp-integration.html',
}

const maxTools = 100

/** Of JSON Schema: draft 7 and what came later. */
const knownDraft = /^https?:\/\/json-schema\.org\/(draft-07|draft\/20\d\d-\d\d)\/schema#?$/

export const quickMcp: Rule[] = rulesOf('quick', guide, {
  'mcp-tool-count': {
    says: `There are at most ${maxTools} tools: Quick drops the rest.`,
    fix: 'Offer fewer tools.',
    check: (document) => {
      const { length } = toolsIn(document)
      return unless(length <= maxTools, written(listIn(document), 'tools'), `there are ${length} tools`)
    },
  },
  'mcp-schema-draft': {
    says: 'The schema of the arguments is one of JSON Schema draft 7 or later.',
    fix: 'Write it in 2020-12, and leave `$schema` out.',
    check: inEachTool(({ schema }) => {
      const { value } = at(schema, '$schema')
      const isGood = value === undefined || (typeof value === 'string' && knownDraft.test(value))
      return unless(isGood, written(schema, '$schema'), `$schema is ${shown(value)}`)
    }),
  },
})
