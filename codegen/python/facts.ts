// What the Python package is told of the contract beside the document: the SDK's own names, and what may be repeated.
import { combinedMethods } from '../client-sdk/combined-methods.ts'
import { facadeOf, type Method, type Resource } from '../client-sdk/facade.ts'
import type { Contract } from '../contract.ts'
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { snakeName, takenNames } from './snake-name.ts'

/** The facts for render.py. `name` is a part of the names of the package and its client. */
export function factsOf(model: Model) {
  const { client } = namesIn(model)
  return {
    title: model.names.title,
    version: model.version,
    client: client.type,
    taken: takenNames,
    error: client.error,
    resources: facadeOf(model).map((resource) => resourceFacts(model, resource)),
  }
}

function resourceFacts(model: Model, resource: Resource) {
  const { name, type, tag, description, methods } = resource
  const combined = combinedMethods(model, resource).map((method) => method.name)
  const writes = methods.filter((method) => combined.includes(`${method.name ?? ''}With`))
  const readOf = (write: Method) =>
    methods.find(({ operation }) => operation.path === write.operation.path && operation.method === 'get')
  return {
    module: snakeName(name),
    type,
    description: description || `The operations of ${tag}.`,
    methods: methods.map(methodFacts),
    updates: writes.map((write) => [readOf(write)?.operation.operationId, write.operation.operationId]),
    uploads: methods
      .filter(({ operation }) => operation.sdk.upload === true)
      .map(({ operation }) => operation.operationId),
  }
}

function methodFacts({ name, operation, auth, repeat, gives, items, events, statuses }: Method) {
  const { operationId, method, summary, description, successes } = operation
  return {
    operationId,
    name: name === undefined ? '__call__' : snakeName(name),
    method: method.toUpperCase(),
    doc: [summary, description].filter(Boolean).join('\n\n') || operationId,
    auth: auth.kind ?? 'any',
    keyName: auth.key?.place === 'header' ? auth.key.name : undefined,
    repeat: repeat ?? null,
    isEmpty: gives === '',
    statuses,
    hasContent: successes.some(({ content }) => content.length > 0),
    items: items?.member,
    events,
  }
}

/** The document as the generator reads it: with the operations of the SDK alone, each under its operationId. */
export function documentOf({ document, operations }: Model): Contract {
  const kept = operations.filter(({ sdk, method }) => !sdk.omit && method !== 'trace')
  const paths: Contract['paths'] = {}
  for (const { path, method, operationId } of kept) {
    const item = document.paths[path]
    const operation = item?.[method]
    if (!item || !operation) continue
    const shared = item.parameters && { parameters: item.parameters }
    paths[path] = { ...shared, ...paths[path], [method]: { ...operation, operationId } }
  }
  return { ...document, paths }
}
