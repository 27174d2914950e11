// What to write instead, for the findings of Redocly's own rules: they say only what is wrong.
import { parseYaml, type NormalizedProblem, type Source } from '@redocly/openapi-core'
import { findingOf, pathOf, type Finding } from './finding.ts'
import { structureAdvice, type Place } from './structure-advice.ts'

type Advice = (message: string, place: Place) => string

const advices: Record<string, Advice> = {
  struct: structureAdvice,
  'no-identical-paths': () => 'Write one path with all of the operations, and one name for the parameter.',
  'no-undefined-server-variable': (message) =>
    message.includes('not defined') ? 'Define it there, with a `default`.' : 'Leave it out.',
  'operation-operationId-unique': (_, { key }) =>
    `${JSON.stringify(key)} is there before. Write another one, or leave it out: then it is made of method and path.`,
  'operation-parameters-unique': () => 'Leave one of them out.',
  'path-declaration-must-exist': () => 'Write the name of the parameter between the braces.',
  'path-parameters-defined': (message) =>
    message.includes('not define')
      ? 'Add it to `parameters`, with `in: path`.'
      : 'Write it in the path in braces, or leave it out.',
  'spec-components-invalid-map-name': () => 'Write letters, digits, dots, dashes and underscores alone.',
}

/** @param openapi The version that the document states. */
export function withAdvice(problem: NormalizedProblem, openapi: string): Finding {
  const finding = findingOf(problem)
  const { rule, pointer } = finding
  const source = problem.location[0]?.source
  const value = source && valueIn(source, pointer)
  if (rule === 'no-unresolved-refs') return { ...finding, message: unresolved(finding.message, value) }
  const key = unescaped(pointer.split('/').at(-1) ?? '')
  const [likely] = problem.suggest
  const isPart = source !== undefined && !('openapi' in (Object(parsed.get(source)) as object))
  const advice = advices[rule]?.(finding.message, { value, key, pointer, likely, openapi, isPart })
  return !advice ? finding : { ...finding, message: `${ended(finding.message)} ${advice}` }
}

const ended = (message: string) => (/[.`]$/.test(message) ? message.replace(/`$/, '`.') : `${message}.`)

/** The rule names the reference only where it leads to a file. */
function unresolved(message: string, value: unknown): string {
  const { $ref = value } = Object(value) as { $ref?: unknown }
  if (typeof $ref !== 'string' || !message.startsWith("Can't resolve $ref")) return message
  const [, reason = ''] = /^Can't resolve \$ref: (.*)$/s.exec(message) ?? []
  if (reason === '') return `Can't resolve $ref ${$ref}: nothing is there. Write what it should lead to, or correct it.`
  const [, file] = /^ENOENT.* '(.+)'$/.exec(reason) ?? []
  return file === undefined
    ? message
    : `Can't resolve $ref ${$ref}: there is no file ${pathOf(file)}. Copy it to this place, or correct the reference.`
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~')

const parsed = new WeakMap<Source, unknown>()

/** The value at the place. A source that cannot be parsed has none. */
function valueIn(source: Source, pointer: string): unknown {
  if (!parsed.has(source)) parsed.set(source, parsedOf(source))
  return pointer
    .slice(2)
    .split('/')
    .map(unescaped)
    .reduce<unknown>(
      (node, step) => (step === '' ? node : (Object(node) as Record<string, unknown>)[step]),
      parsed.get(source),
    )
}

function parsedOf({ body }: Source): unknown {
  try {
    return parseYaml(body)
  } catch {
    return undefined
  }
}
