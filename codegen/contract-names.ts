// Every identifier that generated code takes from the contract: of resources, types, functions and files.
import { capitalize } from './identifiers.ts'
import { distinctNames, fileFrom, isFreeType, isFreeVariable, typeFrom, variableFrom } from './identifiers.ts'
import { runtimeExports } from './client-sdk/runtime.ts'
import type { Model } from './model.ts'

export type ContractNames = {
  /** The type of the client, its base class of errors, the function that makes it, and its variable in examples. */
  client: { type: string; error: string; factory: string; variable: string }
  /** The variable of an operation, of which the names of its functions are made. */
  operation: (operationId: string) => string
  /** The member of the client, its type and its file without an ending. */
  resource: (tag: string) => ResourceNames
  /** The type of a schema in models.ts. */
  schema: (name: string) => string
  /** The types of an operation's arguments. */
  query: (operationId: string) => string
  headers: (operationId: string) => string
  cookies: (operationId: string) => string
  body: (operationId: string) => string
  /** The schemas of an operation's parts that have no type in models.ts. */
  path: (operationId: string) => string
  request: (operationId: string) => string
  answer: (operationId: string) => string
}

export type ResourceNames = { name: string; type: string; file: string }

/** The files of the SDK beside those of its resources. */
const sdkFiles = [
  ...[
    'about',
    'client',
    'error-names',
    'errors',
    'index',
    'models',
    'msw',
    'problem-statuses',
    'react-query',
    'resources',
  ],
  ...['runtime', 'src', 'validate', 'validators', 'zod'],
]
/** Variables of the generated files, and what these import from the SDK's runtime. */
const sdkVariables = new Set([
  ...['client', 'options', 'page', 'request', 'resource', 'secrets', 'settings', 'cacheScope', 'withOptions'],
  ...['clientOf', 'newOptions', 'bare', 'bareOptions', 'ownKeys', 'newKeys'],
  ...[
    'listOf',
    'startAndWait',
    'updateWith',
    'upload',
    'creation',
    'mutation',
    'infiniteQuery',
    'plainQuery',
    'randomKey',
  ],
  ...['noKey', 'listIn', 'nothing', 'anything', 'rawCall', 'read'],
])
const sdkTypes = new Set(
  [
    'ApiKeys',
    'HttpHandler',
    'Named',
    'ProblemPlace',
    'ProblemType',
    'Handle',
    'MockAnswer',
    'MockHandlers',
    'MockResolver',
    'WithFiles',
    'OperationId',
    'StartedIds',
    'InfiniteQueryOptions',
    'MutationOptions',
    'QueryOptions',
  ].concat(runtimeExports),
)

const known = new WeakMap<Model, ContractNames>()

export function namesIn(model: Model): ContractNames {
  const names = known.get(model) ?? makeNames(model)
  known.set(model, names)
  return names
}

function makeNames({ names, tags, operations, schemas }: Model): ContractNames {
  const client = clientNames(names)
  const types = new Set([...sdkTypes, client.type, client.error, `${client.type}Options`])
  /** Names of types, none of which an earlier kind of types has. */
  const typesOf = (keys: string[], of: (key: string) => string, suffix: string) => {
    const isFree = (name: string) => isFreeType(name) && !types.has(name)
    const made = distinctNames(keys, { of, isFree, suffix })
    for (const name of made.values()) types.add(name)
    return made
  }
  const allTags = [...tags.map(({ name }) => name), ...operations.map(({ tag }) => tag)]
  const operationIds = operations.map(({ operationId }) => operationId)
  const isFree = (name: string) =>
    isFreeVariable(name) &&
    !types.has(name) &&
    !sdkVariables.has(name) &&
    !runtimeExports.includes(name) &&
    name !== client.factory
  const functions = distinctNames(operationIds, { of: variableFrom, isFree: isFreeVariable, suffix: 'Operation' })
  const files = distinctNames(allTags, {
    of: fileFrom,
    isFree: (name) => !sdkFiles.includes(name),
    suffix: '-api',
    ignoresCase: true,
  })
  const schemaTypes = typesOf(Object.keys(schemas), typeFrom, 'Model')
  const variables = distinctNames(allTags, { of: (tag) => variableFrom(camelCase(tag)), isFree, suffix: 'Api' })
  // A name without capitals would be that of the variable too.
  for (const name of variables.values()) types.add(name)
  const resourceTypes = typesOf(allTags, (tag) => capitalize(read(variables, tag)), 'Api')
  const typeOf = (kind: string) => {
    const made = typesOf(operationIds, (id) => capitalize(read(functions, id)) + kind, '')
    return (operationId: string) => read(made, operationId)
  }
  return {
    client,
    operation: (operationId) => read(functions, operationId),
    resource: (tag) => ({ name: read(variables, tag), type: read(resourceTypes, tag), file: read(files, tag) }),
    schema: (name) => read(schemaTypes, name),
    query: typeOf('Query'),
    headers: typeOf('Headers'),
    cookies: typeOf('Cookies'),
    body: typeOf('Body'),
    path: typeOf('Path'),
    request: typeOf('Request'),
    answer: typeOf('Answer'),
  }
}

/** A client that is called as something of the SDK's own gets another name. */
function clientNames({ identifier, variable }: Model['names']): ContractNames['client'] {
  const isTaken = (name: string) => sdkTypes.has(name) || sdkVariables.has(name) || !isFreeType(name)
  const all = [identifier, `create${identifier}`, `${identifier}Error`]
  const type = all.some(isTaken) ? `${identifier}Api` : identifier
  const isOther = argumentNames.has(variable) || sdkVariables.has(variable) || !isFreeVariable(variable)
  return { type, error: `${type}Error`, factory: `create${type}`, variable: isOther ? `${variable}Api` : variable }
}

const argumentNames = new Set([
  'body',
  'query',
  'headers',
  'cookies',
  'file',
  'change',
  'signal',
  'item',
  'result',
  'console',
])

const camelCase = (tag: string) => tag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function read(names: Map<string, string>, key: string): string {
  const name = names.get(key)
  if (name === undefined) throw new Error(`"${key}" is no name of the contract`)
  return name
}
