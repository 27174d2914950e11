// An OpenAPI document inside another document: as a text in JSON or YAML.
import { parse } from 'yaml'
import { textOf, type Place } from './place.ts'
import { documentOf, type AgentDocument } from './rule.ts'

/** The document in the text; undefined when there is no text, or when it is neither JSON nor YAML. */
export function payloadOf(place: Place, { filled }: AgentDocument): AgentDocument | undefined {
  const text = textOf(place)
  if (text === undefined) return undefined
  const read = parsed(text)
  return read && documentOf(read.value, { filled, format: read.format })
}

function parsed(text: string): { value: unknown; format: 'json' | 'yaml' } | undefined {
  try {
    return { value: JSON.parse(text), format: 'json' }
  } catch {
    // It may be YAML.
  }
  try {
    return { value: parse(text), format: 'yaml' }
  } catch {
    return undefined
  }
}
