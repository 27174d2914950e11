// What the panel of an operation must know to send its request, and to write it as curl and as a call of the SDK.
import { facadeOf, type Method } from '../../client-sdk/facade.ts'
import { packageName } from '../../client-sdk/package-name.ts'
import { credentialSettings, target } from '../../client-sdk/sample.ts'
import { bodyExample, parameterExample } from '../../client-sdk/sample-values.ts'
import { argumentsOf } from '../../client-sdk/signature.ts'
import { namesIn } from '../../contract-names.ts'
import type { MediaType, Model, Operation } from '../../model.ts'

export type Field = {
  name: string
  in: string
  required: boolean
  /** The text in the input at first. */
  text: string
  /** Values to choose from. */
  choices: string[]
  isText: boolean
  about: string
}

/** @property variable The shell's name of the secret. */
export type Credential = {
  place: 'bearer' | 'basic' | 'header' | 'query'
  name: string
  variable: string
  label: string
}

export type BodyField = { type: string; kind: MediaType['kind']; text: string; required: boolean }

/** @property shape How the call is written. `page` and `stream` are iterated, and `none` gives nothing. */
export type SdkCall = {
  importLine: string
  factory: string
  variable: string
  target: string
  credential: string
  arguments: { place: string; name: string; members: { name: string; header?: string }[] }[]
  shape: 'page' | 'stream' | 'value' | 'none'
}

export type PanelData = {
  operationId: string
  method: string
  path: string
  servers: string[]
  fields: Field[]
  credentials: Credential[]
  body: BodyField | undefined
  sdk: SdkCall | undefined
  /** The operation takes access tokens alone. */
  needsAccessToken: boolean
}

/** The shown value of a path and of what must be sent; other parameters begin empty. */
export function panelData(model: Model, operation: Operation): PanelData {
  const { operationId, method, path, parameters } = operation
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    servers: model.servers.map(({ url }) => url.replace(/\/$/, '')),
    // A page cannot send cookies of its own choice to another origin.
    fields: parameters.filter(({ in: place }) => place !== 'cookie').map(fieldOf),
    credentials: credentialsOf(model, operation),
    body: bodyOf(operation),
    sdk: callOf(model, operation),
    needsAccessToken: operation.protocol !== undefined,
  }
}

function fieldOf(parameter: Operation['parameters'][number]): Field {
  const { name, in: place, required, schema, shape, scalar, description } = parameter
  const example = parameterExample({ ...parameter, required: true })
  const shown = typeof example === 'string' ? example : JSON.stringify(example)
  const values = schema?.type === 'boolean' ? [true, false] : ((schema?.enum ?? []) as unknown[])
  return {
    name,
    in: place,
    required,
    text: required ? shown : '',
    choices: shape === 'scalar' ? values.map(String) : [],
    isText: shape !== 'scalar' || scalar === 'string',
    about: description,
  }
}

function credentialsOf({ securitySchemes }: Model, { security }: Operation): Credential[] {
  const alternative = security.find((found) => Object.keys(found).length > 0) ?? {}
  return Object.keys(alternative).map((name): Credential => {
    const scheme = securitySchemes[name]
    if (scheme?.type === 'apiKey' && scheme.in !== 'cookie') {
      const place = scheme.in === 'query' ? 'query' : 'header'
      return { place, name: scheme.name, variable: 'API_KEY', label: `API key (${scheme.name})` }
    }
    if (scheme?.type === 'http' && /^basic$/i.test(scheme.scheme))
      return {
        place: 'basic',
        name: 'authorization',
        variable: 'USER_AND_PASSWORD',
        label: 'User and password (user:password)',
      }
    return { place: 'bearer', name: 'authorization', variable: 'TOKEN', label: 'Token' }
  })
}

function bodyOf({ body }: Operation): BodyField | undefined {
  const media = body?.json ?? body?.content[0]
  if (!body || !media) return undefined
  const value = bodyExample(media)
  const text = typeof value === 'string' && media.kind !== 'json' ? value : JSON.stringify(value, undefined, 2)
  return { type: media.type, kind: media.kind, text, required: body.required }
}

function callOf(model: Model, { operationId }: Operation): SdkCall | undefined {
  const method = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === operationId)
  if (!method) return undefined
  const { factory, variable } = namesIn(model).client
  return {
    importLine: `import { ${factory} } from '${packageName}'`,
    factory,
    variable,
    target: target(model, method),
    credential: credentialSettings(method.auth).join(', '),
    arguments: argumentsOf(model, method).map(({ place, name }) => ({
      place,
      name,
      members: membersOf(method, place, name),
    })),
    shape: shapeOf(method),
  }
}

function shapeOf({ items, events, data }: Method): SdkCall['shape'] {
  if (items) return 'page'
  if (events) return 'stream'
  return data === 'undefined' ? 'none' : 'value'
}

function membersOf(method: Method, place: string, variable: string): { name: string; header?: string }[] {
  switch (place) {
    case 'path':
      return method.path.filter((one) => one.variable === variable).map(({ name }) => ({ name }))
    case 'query':
      return method.query.map(({ name }) => ({ name }))
    case 'headers':
      return method.headerParameters.map(({ name }) => ({ name, header: name }))
    case 'options':
      return method.headers.map((name) => ({
        name,
        header: name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`),
      }))
    default:
      return []
  }
}
