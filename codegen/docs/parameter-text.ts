// Examples of parameters as the text of a request: in its path, its query and its headers.
import { styleOf } from '../client-sdk/implementation.ts'
import { parameterExample } from '../client-sdk/sample-values.ts'
import type { Parameter } from '../model.ts'

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const encode = (value: unknown) => encodeURIComponent(plain(value))
const membersOf = (value: unknown) => Object.entries(Object(value) as Record<string, unknown>)

/** The path with the examples of its parameters. */
export function pathText(path: string, parameters: Parameter[]): string {
  return path.replace(/\{([^}]+)\}/g, (_, name) => {
    const parameter = parameters.find((found) => found.in === 'path' && found.name === name)
    if (!parameter) throw new Error(`${path} has no parameter ${String(name)}`)
    return encodeURIComponent(simpleText({ ...parameter, required: true }))
  })
}

/** The parameters of the query that one of the contract makes: none without an example, several for a list. */
export function queryTexts(parameter: Parameter): string[] {
  const value = parameterExample(parameter)
  if (value === undefined) return []
  const name = encodeURIComponent(parameter.name)
  const repeated = (key: string, item: unknown) => [item].flat().map((one) => `${key}=${encode(one)}`)
  switch (styleOf(parameter)) {
    case 'json':
      return [`${name}=${encodeURIComponent(JSON.stringify(value))}`]
    case 'deep':
      return deepTexts(name, value)
    case 'members':
      return membersOf(value).flatMap(([member, item]) => repeated(encodeURIComponent(member), item))
    case 'comma':
      return [`${name}=${partsOf(value).map(encode).join(',')}`]
    case 'space':
      return [`${name}=${partsOf(value).map(encode).join('%20')}`]
    case 'pipe':
      return [`${name}=${partsOf(value).map(encode).join('%7C')}`]
    case undefined:
    default:
      return repeated(name, value)
  }
}

function deepTexts(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [value].flat().map((one) => `${name}=${encode(one)}`)
  return membersOf(value).flatMap(([member, item]) => deepTexts(`${name}%5B${encodeURIComponent(member)}%5D`, item))
}

/** The items of a list, or the names and values of an object in turn. */
const partsOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === 'object' ? membersOf(value).flat() : [value]

/** The text of a value in a path, a header or a cookie. */
export function simpleText(parameter: Parameter): string {
  const value = parameterExample(parameter)
  if (parameter.shape === 'json') return JSON.stringify(value)
  if (parameter.shape === 'object' && parameter.explode) {
    return membersOf(value)
      .map(([name, item]) => `${name}=${plain(item)}`)
      .join(',')
  }
  return partsOf(value).map(plain).join(',')
}
