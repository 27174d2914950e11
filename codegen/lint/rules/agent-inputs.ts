// Inputs that every assistant can fill in: flat, without choices and cycles, and without arrays where a platform has none.
import type { Oas3Rule } from '@redocly/openapi-core'
import type { Platform } from '../../model/agents.ts'
import { bodyOf, eachOffered, inputsOf, nestedIn, type Clause } from '../agents.ts'
import { keyOf, type Schema } from '../place.ts'

const openApi = 'Amazon Q Business user guide, plugins-api-schema; Amazon Quick user guide, openapi-integration'
const agentCore = 'Amazon Bedrock AgentCore developer guide, gateway-schema-openapi'

const arrays: Partial<Record<Platform, Clause>> = {
  'amazon-q': { platform: 'Amazon Q', rule: 'no-arrays', source: 'Amazon Q Business user guide, plugins-api-schema' },
  quick: { platform: 'Quick', rule: 'no-arrays', source: 'Amazon Quick user guide, openapi-integration' },
}
const objectArrays: Clause = { platform: 'Amazon Q and Quick', rule: 'no-object-arrays', source: openApi }
const composition: Clause = {
  platform: 'Amazon Q, Quick and AgentCore',
  rule: 'no-composition',
  source: `${openApi}; ${agentCore}`,
}
const cycles: Clause = { platform: 'Amazon Q and Quick', rule: 'no-cycles', source: openApi }
const flat: Clause = {
  platform: 'Amazon Q and Quick',
  rule: 'flat',
  source: 'Amazon Q Business user guide, plugins-api-schema-best-practices',
}
const typeLists: Clause = { platform: 'Gemini', rule: 'no-type-lists', source: 'Gemini API, function declarations' }
const objectBody: Clause = {
  platform: 'MCP and Converse',
  rule: 'object-input',
  source: 'MCP specification 2026-07-28, server/tools: inputSchema is one object',
}

const choices = ['allOf', 'anyOf', 'oneOf', 'not'] as const

export const agentInputs: Oas3Rule = () =>
  eachOffered((operation, report, ctx, offered) => {
    const body = bodyOf(operation, ctx)
    if (body && body.node.type !== 'object') {
      report(objectBody, 'the body is no object, whose members are arguments.', keyOf(body.location))
    }
    const inputs = inputsOf(operation, ctx).map(({ place }) => place)
    const places = body ? [...inputs, body] : inputs
    for (const root of places) {
      // The members of the body are walked by themselves, as arguments.
      const nested = root === body ? [{ ...root, objects: 0, inArray: false, isCircular: false }] : nestedIn(ctx, root)
      for (const { node, location, objects, inArray, isCircular } of nested) {
        if (isCircular) report(cycles, 'an input contains itself.', keyOf(location))
        for (const keyword of choices.filter((name) => node[name] !== undefined)) {
          report(composition, `an input has ${keyword}.`, keyOf(location.child(keyword)))
        }
        if (Array.isArray(node.type)) report(typeLists, 'type is one word, and no list.', location.child('type'))
        if (isCompound(node) && inArray) report(objectArrays, 'an input is an array of objects.', keyOf(location))
        else if (isCompound(node) && objects > 0) {
          report(flat, 'an input has objects in an object; one map of plain values is the most.', keyOf(location))
        }
        const clauses =
          node.type === 'array' && root !== body ? offered.flatMap((platform) => arrays[platform] ?? []) : []
        for (const clause of clauses) report(clause, 'an input is an array.', keyOf(location))
      }
    }
  })

const isCompound = ({ type, properties }: Schema) => type === 'object' || properties !== undefined
