// An OpenAPI document inside another document: as a text in JSON or YAML.
import { textOf, type Place } from './place.ts'
import { documentOf, type AgentDocument } from './rule.ts'
import { valueOfYaml } from './yaml.ts'

const known = new WeakMap<AgentDocument, { result: AgentDocument | undefined }>()

/** The document in the text; undefined when there is no text, or when it is neither JSON nor YAML. */
export function payloadOf(place: Place, document: AgentDocument): AgentDocument | undefined {
  const found = known.get(document) ?? { result: read(place, document) }
  known.set(document, found)
  return found.result
}

function read(place: Place, { filled }: AgentDocument): AgentDocument | undefined {
  const text = textOf(place)
  const payload = text === undefined ? undefined : parsed(text)
  return payload && documentOf(payload.value, { filled, format: payload.format, effort: place.effort })
}

function parsed(text: string): { value: unknown; format: 'json' | 'yaml' } | undefined {
  try {
    return { value: JSON.parse(text), format: 'json' }
  } catch {
    // It may be YAML.
  }
  try {
    return { value: valueOfYaml(text), format: 'yaml' }
  } catch {
    return undefined
  }
}
