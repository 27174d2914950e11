// Answers that every assistant can read: a JSON object, without cycles and lists of types.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOffered, nestedIn, type Clause } from '../agents.ts'
import { answer } from '../operations.ts'
import { keyOf } from '../place.ts'

const object: Clause = {
  platform: 'MCP and Converse',
  rule: 'object-answers',
  source:
    'MCP specification 2026-07-28, server/tools: structuredContent conforms to outputSchema; Converse takes objects alone',
}
const cycles: Clause = {
  platform: 'Amazon Q and Quick',
  rule: 'no-cycles',
  source: 'Amazon Quick user guide, openapi-integration',
}
const typeLists: Clause = { platform: 'Gemini', rule: 'no-type-lists', source: 'Gemini API, function declarations' }

export const agentAnswers: Oas3Rule = () =>
  eachOffered(({ responses }, report, ctx) => {
    for (const [status, response] of responses) {
      const body = status.startsWith('2') ? answer(ctx, response) : undefined
      if (!body) continue
      if (body.node.type !== 'object') report(object, `the answer ${status} is no object.`, keyOf(body.location))
      for (const { node, location, isCircular } of nestedIn(ctx, body)) {
        if (isCircular) report(cycles, 'the answer contains itself.', keyOf(location))
        if (Array.isArray(node.type)) report(typeLists, 'type is one word, and no list.', location.child('type'))
      }
    }
  })
