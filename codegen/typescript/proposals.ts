// The type of a proposal: a union with a member for each tool that writes, so that the operationId tells the arguments.
import { modelArguments } from '../agents/bedrock-tools.ts'
import { inputSchemaOf, toolsOf } from '../agents/tool.ts'
import type { Model } from '../model.ts'
import type { Written } from '../model/normal/schema.ts'

/** The keyword of a schema that proposes calls of the tools of this platform. */
export const proposes = 'x-proposes'

export function withProposals(model: Model, schema: Written): Written {
  const { [proposes]: platform, ...plain } = schema
  if (platform === undefined) return schema
  const tools = toolsOf(model).filter(
    ({ kind, platforms: offered }) => kind !== 'read' && offered.some((name) => name === platform),
  )
  if (tools.length === 0) return plain
  const { description: said } = plain.properties?.arguments ?? {}
  const text = said === undefined ? {} : { description: said }
  const branches = tools.map((tool): Written => {
    const operationId = { type: 'string', enum: [tool.name], description: `${tool.title}.` }
    const taken = inputSchemaOf(modelArguments(tool)) as Written
    return { ...plain, properties: { ...plain.properties, operationId, arguments: { ...text, ...taken } } }
  })
  return { ...(plain.description !== undefined && { description: plain.description }), oneOf: branches }
}
