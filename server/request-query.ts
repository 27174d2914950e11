// A request's query as the contract types it: integers as numbers, each parameter at most once.
import { invalid } from './problem.ts'

type Parameter = { name: string; in: string; schema?: { type?: string } }

/** Unknown parameters stay in: the validator refuses them by name. */
export function readQuery(query: Record<string, string[]>, parameters: Parameter[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, readValue(name, values, parameters)]))
}

function readValue(name: string, [value = '', ...more]: string[], parameters: Parameter[]): unknown {
  if (more.length > 0) throw invalid({ parameter: name, detail: 'is given more than once' })
  const parameter = parameters.find((one) => one.in === 'query' && one.name === name)
  if (parameter?.schema?.type !== 'integer') return value
  // Strictly decimal: Number() would also take 0x10, 1e1 and blanks.
  return /^-?(?:0|[1-9]\d{0,15})$/.test(value) ? Number(value) : value
}
