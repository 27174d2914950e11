// Code that gives a valid request the defaults of the contract: the members that the caller has left out.
import { below, componentName, isObject, namesReaching, type Follow, type Written } from '../model/normal/schema.ts'

type Context = {
  schemas: Record<string, Written>
  follow: Follow
  /** Names of the schemas that have a default, themselves or below. */
  reaching: Set<string>
  /** The functions of shared schemas, by the schema's name. */
  functions: Map<string, string>
  /** Gives the name of a validator for a branch of a union. */
  validatorFor: (branch: Written) => string
  /** How many variables there are. */
  count: number
}

export function createFiller(
  schemas: Record<string, Written>,
  follow: Follow,
  validatorFor: (branch: Written) => string,
) {
  const reaching = namesReaching(schemas, (schema) => hasDefaults(schema, follow))
  const context: Context = { schemas, follow, reaching, functions: new Map(), validatorFor, count: 0 }
  const written: string[] = []
  return {
    /** The code of a function that fills a request, whose parts the schema names; undefined when nothing is to be filled. */
    functionFor(request: Written): string | undefined {
      context.count = 0
      const parts = Object.entries(request.properties ?? {}).map(([part, schema]) =>
        // Groups of parameters are always objects.
        part === 'requestBody'
          ? codeFor(schema, `value.${part}`, context)
          : fillingCode(schema, `value.${part}`, context),
      )
      const code = parts.join('')
      return code === '' ? undefined : `(value) => {\n${code}}`
    },
    /** The functions of the shared schemas that the code calls. */
    shared(): string {
      for (const [name, identifier] of context.functions) {
        const code = codeFor(schemas[name] ?? {}, 'value', context)
        written.push(`function ${identifier}(value) {\n${code}}`)
      }
      return written.join('\n')
    },
  }
}

/** The member's own default, or that of the schema that it refers to. */
export function defaultOf(schema: Written, follow: Follow): unknown {
  if (schema.default !== undefined) return schema.default
  const reference = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined)
  return reference === undefined ? undefined : defaultOf(follow(reference), follow)
}

export const hasDefaults = ({ properties = {} }: Written, follow: Follow) =>
  Object.values(properties).some((member) => defaultOf(member, follow) !== undefined)

/** Whether there is a default in the schema, or below. */
const needsCode = (schema: Written, { follow, reaching }: Context) =>
  [...below(schema)].some((part) => hasDefaults(part, follow) || reaching.has(componentName(part.$ref) ?? ''))

function codeFor(schema: Written, value: string, context: Context): string {
  if (!needsCode(schema, context)) return ''
  const name = componentName(schema.$ref)
  if (name !== undefined) {
    const identifier = context.functions.get(name) ?? `fill${context.functions.size}`
    context.functions.set(name, identifier)
    return `${identifier}(${value})\n`
  }
  const { properties = {}, items, additionalProperties, allOf = [] } = schema
  return [
    // Which branch fits is to be known before anything is filled in.
    unionCode(schema, value, context),
    ...allOf.map((part) => codeFor(part, value, context)),
    membersCode(schema, value, context),
    items ? listCode(items, value, context) : '',
    isObject(additionalProperties) ? mapCode(additionalProperties, Object.keys(properties), value, context) : '',
  ].join('')
}

function unionCode({ oneOf = [], anyOf = [] }: Written, value: string, context: Context): string {
  const branches = [...oneOf, ...anyOf].flatMap((branch) => {
    const code = codeFor(branch, value, context)
    return code === '' ? [] : [`if (${context.validatorFor(branch)}(${value})) {\n${code}}`]
  })
  return branches.length === 0 ? '' : `${branches.join(' else ')}\n`
}

function membersCode(schema: Written, value: string, context: Context): string {
  const code = fillingCode(schema, value, context)
  return code === '' ? '' : `if (${isObjectCode(value)}) {\n${code}}\n`
}

/** Fills the members of a value that is an object. */
function fillingCode({ properties = {}, required = [] }: Written, value: string, context: Context): string {
  const code = Object.entries(properties).map(([name, member]) => {
    const place = `${value}[${JSON.stringify(name)}]`
    const given = required.includes(name) ? undefined : defaultOf(member, context.follow)
    const isOwn = `Object.hasOwn(${value}, ${JSON.stringify(name)})`
    const isMissing = name in Object.prototype ? `!${isOwn}` : `${place} === undefined`
    const fill = given === undefined ? '' : `if (${isMissing}) ${place} = ${JSON.stringify(given)}\n`
    if (!needsCode(member, context)) return fill
    const variable = `value${(context.count += 1)}`
    return `${fill}{\nconst ${variable} = ${place}\n${codeFor(member, variable, context)}}\n`
  })
  return code.join('')
}

const isObjectCode = (value: string) => `typeof ${value} === "object" && ${value} !== null && !Array.isArray(${value})`

function listCode(items: Written, value: string, context: Context): string {
  const variable = `value${(context.count += 1)}`
  const inner = codeFor(items, variable, context)
  return inner === '' ? '' : `if (Array.isArray(${value})) for (const ${variable} of ${value}) {\n${inner}}\n`
}

function mapCode(values: Written, named: string[], value: string, context: Context): string {
  const variable = `value${(context.count += 1)}`
  const inner = codeFor(values, variable, context)
  if (inner === '') return ''
  const others = named.length === 0 ? '' : `if (!${JSON.stringify(named)}.includes(name)) `
  const loop = `for (const [name, ${variable}] of Object.entries(${value})) ${others}{\n${inner}}\n`
  return `if (${isObjectCode(value)}) ${loop}`
}
