// The value in a text of JSON or YAML; for a text that is neither, the line and the column of the first fault.
import { valueOfYaml, YamlFault, YamlTooLarge } from '../rules/yaml.ts'
import { faultIn } from './json-fault.ts'
import { Unreadable } from './unreadable.ts'

export type Parsed = { value: unknown; format: 'json' | 'yaml' }

/** @param name The file or URL; its ending says how the text is written, else its first character does. */
export function parseText(text: string, name: string): Parsed {
  const content = text.replace(/^\uFEFF/, '')
  const isYaml = /\.ya?ml$/i.test(name) || (!/\.json$/i.test(name) && !/^\s*[{[]/.test(content))
  return isYaml ? parseYaml(content, name) : parseJson(content, name)
}

function parseJson(text: string, name: string): Parsed {
  try {
    return { value: JSON.parse(text), format: 'json' }
  } catch {
    const { line, column } = positionIn(text, faultIn(text))
    throw new Unreadable(`${name} is not JSON: line ${line}, column ${column}`)
  }
}

function parseYaml(text: string, name: string): Parsed {
  try {
    return { value: valueOfYaml(text), format: 'yaml' }
  } catch (error) {
    const { line, column } = positionIn(text, error instanceof YamlFault ? error.offset : 0)
    const isSyntax = error instanceof YamlFault && !(error instanceof YamlTooLarge)
    const verdict = isSyntax ? 'is not YAML' : 'is not YAML that can be read'
    throw new Unreadable(`${name} ${verdict}: line ${line}, column ${column}: ${reasonOf(error)}`)
  }
}

function positionIn(text: string, offset: number) {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

function reasonOf(error: unknown): string {
  const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n', 1)
  // The parser calls itself for each value in a value.
  return reason.startsWith('Maximum call stack') ? 'it nests too deep' : reason
}
