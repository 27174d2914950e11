// Names that every assistant takes: a verb first, letters that all hosts accept, and each argument's name once.
import type { Oas3Rule } from '@redocly/openapi-core'
import { argumentName } from '../../agents/argument-name.ts'
import { eachOffered, inputsOf, type Clause } from '../agents.ts'

const verbFirst: Clause = {
  platform: 'Amazon Q',
  rule: 'operation-id',
  source: 'Amazon Q Business user guide, plugins-api-schema-best-practices',
}
const toolName: Clause = {
  platform: 'Converse, Gemini, Claude and AgentCore',
  rule: 'tool-name',
  source: 'Amazon Bedrock API, ToolSpecification: 64 characters with the prefix of the host',
}
const uniqueArguments: Clause = {
  platform: 'MCP and Converse',
  rule: 'argument-names',
  source: 'MCP specification 2026-07-28, server/tools: inputSchema is one object',
}

/** `verbs` are the first words of the contract's operationIds, from redocly.yaml. */
export const agentNames: Oas3Rule = ({ verbs = [] }: { verbs?: string[] }) =>
  eachOffered((operation, report, ctx) => {
    const { node, location, parameters } = operation
    const name = node.operationId
    // The rule operation-operationId finds those without a name.
    if (!name) return
    const place = location.child('operationId')
    if (!/^[A-Za-z0-9_]{1,40}$/.test(name)) {
      report(toolName, `the operationId '${name}' is not 1 to 40 of A-Z a-z 0-9 _.`, place)
    }
    const [verb = ''] = /^[A-Za-z0-9]+?(?=[A-Z_]|$)/.exec(name) ?? []
    if (!verbs.includes(verb)) {
      report(verbFirst, `the operationId '${name}' begins with none of ${verbs.join(', ')}.`, place)
    }
    const members = inputsOf(operation, ctx).filter((input) => input.in === 'body')
    const taken = new Set<string>()
    for (const part of [...parameters, ...members]) {
      const argument = argumentName(part.in ?? '', part.name)
      if (argument === undefined) continue
      if (taken.has(argument)) {
        report(uniqueArguments, `two arguments of ${name} are called '${argument}'; rename one.`, location)
      }
      taken.add(argument)
    }
  })
