// Reads the tools of a Converse request, with the service's rules and messages.
import { mustBeName } from './blocks.ts'
import { constraint, isObject, must, type Members } from './error.ts'

export type Tool = { name: string; description: string; schema: Members }

/** Undefined: the request has no tools. */
export function readTools(toolConfig: unknown): Tool[] | undefined {
  if (toolConfig === undefined) return undefined
  must(isObject(toolConfig), constraint('toolConfig', 'be an object'))
  const { tools, toolChoice } = toolConfig
  must(Array.isArray(tools), constraint('toolConfig.tools', 'not be null'))
  must(tools.length > 0, constraint('toolConfig.tools', 'have length greater than or equal to 1'))
  const read = tools.flatMap(readTool)
  const names = read.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  must(twice === undefined, `The toolConfig.tools field has more than one tool with the name ${twice ?? ''}.`)
  if (toolChoice !== undefined) mustBeChoice(toolChoice, names)
  return read
}

function readTool(value: unknown, index: number): Tool[] {
  const at = `toolConfig.tools.${index + 1}.member`
  must(isObject(value) && Object.keys(value).length === 1, `The Tool object at ${at} must set exactly one member.`)
  // A point for the cache of prompts is no tool.
  if ('cachePoint' in value) return []
  const { toolSpec } = value
  must(isObject(toolSpec), constraint(`${at}.toolSpec`, 'not be null'))
  const name = mustBeName(toolSpec.name, `${at}.toolSpec.name`)
  const { description = 'A tool.', inputSchema } = toolSpec
  const texts = constraint(`${at}.toolSpec.description`, 'have length greater than or equal to 1')
  must(typeof description === 'string' && description !== '', texts)
  const schema = isObject(inputSchema) ? inputSchema.json : undefined
  const place = `toolConfig.tools.${index}.toolSpec.inputSchema.json`
  must(isObject(schema), `The value at ${place} is invalid. Provide a json object for the field and try again.`)
  must(schema.type === 'object', `The value at ${place}.type must be one of the following: object.`)
  return [{ name, description, schema }]
}

function mustBeChoice(toolChoice: unknown, names: readonly string[]) {
  const only =
    'The ToolChoice object at toolConfig.toolChoice must set exactly one of the following members: auto, any, tool.'
  must(isObject(toolChoice) && Object.keys(toolChoice).length === 1, only)
  const [[kind, choice] = ['', undefined]] = Object.entries(toolChoice)
  must(['auto', 'any', 'tool'].includes(kind) && isObject(choice), only)
  if (kind !== 'tool') return
  const unknown = 'The tool in toolConfig.toolChoice is not in toolConfig.tools.'
  must(typeof choice.name === 'string' && names.includes(choice.name), unknown)
}
