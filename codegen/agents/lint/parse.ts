// The value in a text of JSON or YAML; for a text that is neither, the line and the column of the first fault.
import { LineCounter, parseDocument } from 'yaml'
import { faultIn } from './json-fault.ts'
import { maxBytes, tooLarge, Unreadable } from './unreadable.ts'

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
    const before = text.slice(0, faultIn(text)).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    throw new Unreadable(`${name} is not JSON: line ${before.length}, column ${column}`)
  }
}

function parseYaml(text: string, name: string): Parsed {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { logLevel: 'error', merge: true, lineCounter: lines })
    const [error] = document.errors
    if (!error) return { value: unfolded(document.toJS(), name), format: 'yaml' }
    const { line, col } = lines.linePos(error.pos[0])
    throw new Unreadable(`${name} is not YAML: line ${line}, column ${col}: ${reasonOf(error)}`)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // The parser gives up on aliases that multiply.
    throw new Unreadable(`${name} is not YAML that can be read: line 1, column 1: ${reasonOf(error)}`)
  }
}

/** The value, when it is not too large with each alias written out. */
function unfolded(value: unknown, name: string): unknown {
  let text: string
  try {
    text = JSON.stringify(value)
  } catch {
    throw new Unreadable(
      `${name} is not YAML that can be read: line 1, column 1: its aliases multiply, or contain themselves`,
    )
  }
  if (text.length > maxBytes) throw tooLarge(name)
  return value
}

function reasonOf(error: unknown): string {
  const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n', 1)
  // The parser calls itself for each value in a value.
  if (reason.startsWith('Maximum call stack')) return 'it nests too deep'
  return reason.replace(/ at line \d+, column \d+:?$/, '')
}
