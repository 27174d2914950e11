// The value in a text of JSON or YAML; for a text that is neither, the line and the column of the first fault.
import { LineCounter, parseDocument } from 'yaml'
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
    const before = text.slice(0, faultIn(text)).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    throw new Unreadable(`${name} is not JSON: line ${before.length}, column ${column}`)
  }
}

function parseYaml(text: string, name: string): Parsed {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { logLevel: 'error', lineCounter: lines })
    const [error] = document.errors
    if (!error) return { value: document.toJS() as unknown, format: 'yaml' }
    const { line, col } = lines.linePos(error.pos[0])
    const reason = error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''
    throw new Unreadable(`${name} is not YAML: line ${line}, column ${col}: ${reason}`)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // The parser gives up on texts that nest thousands of values, and on aliases that multiply.
    const reason = error instanceof RangeError ? 'it nests too deep' : String(error).split('\n', 1)[0]
    throw new Unreadable(`${name} is not YAML that can be read: line 1, column 1: ${reason}`)
  }
}
