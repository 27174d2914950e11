// Unions in schemas that contain themselves: without care the work doubles with each level of a value.
import { below, reachedFrom, type Written } from '../model/normal/schema.ts'

/** Whether these schemas reach one that has a union and contains itself. */
export function hasRecursiveUnions(roots: Written[], schemas: Record<string, Written>): boolean {
  const hasUnion = (name: string) => [...below(schemas[name] ?? {})].some(({ oneOf, anyOf }) => oneOf ?? anyOf)
  const names = [...reachedFrom(roots, schemas)]
  return names.some((name) => hasUnion(name) && reachedFrom([schemas[name] ?? {}], schemas).has(name))
}

/** The code with functions that judge each object once, and tell no more than a caller would read. */
export function judgingOnce(code: string): string {
  const names = [...code.matchAll(/^function (validate\d+)\(data, \{/gm)].map(([, name = '']) => name)
  const renamed = code.replace(/^function (validate\d+)\(data, \{/gm, 'function $1_once(data, {')
  const wrappers = names.map(
    (name) => `function ${name}(data, context) { return once(${name}, ${name}_once, data, context) }`,
  )
  return [renamed, ...wrappers, helper].join('\n')
}

const helper = `const judged = new WeakMap()
function once(validate, judge, data, context) {
  if (typeof data !== "object" || data === null) return judge(data, context)
  const known = judged.get(data) ?? new Map()
  judged.set(data, known)
  const before = known.get(judge)
  if (before !== undefined) {
    validate.errors = before.errors
    return before.isValid
  }
  const isValid = judge(data, context)
  if (validate.errors?.length > 50) validate.errors = validate.errors.slice(0, 50)
  known.set(judge, { isValid, errors: validate.errors })
  return isValid
}`
