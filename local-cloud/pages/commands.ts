// The commands of the start page: samples of the contract's operations, sent to this local cloud.
import { operationsOf, resolve, securityOf, type Contract, type Operation } from '../../codegen/contract.ts'
import { curlSample } from '../../codegen/docs/curl-sample.ts'

/** A command takes the token from `$TOKEN` and the key from `$API_KEY`. */
export type Command = { id: string; title: string; source: string }

export type Commands = {
  /** For a signed-in user: the service's state, then a new item and the list that it is in. */
  first: readonly Command[]
  /** What programs write with the API key. */
  withKey: readonly Command[]
}

export function commandsOf(contract: Contract, url: string): Commands {
  const local = { ...contract, servers: [{ url }] }
  const operations = operationsOf(contract)
  const caller = (operation: Operation) => callerOf(contract, operation)
  const forUsers = operations.filter((operation) => caller(operation) === 'user')

  const state = forUsers.find(
    (operation) => operation.method === 'get' && operation.parameters.length === 0 && !operation['x-sample-data'],
  )
  const lists = (path: string) => operations.find((operation) => operation.method === 'get' && operation.path === path)
  const create = forUsers.find(({ method, path }) => method === 'post' && !path.includes('{') && lists(path))
  const first = [state, create, create && lists(create.path)].filter((operation) => operation !== undefined)
  const withKey = operations.filter(
    (operation) => caller(operation) === 'key' && ['post', 'put'].includes(operation.method),
  )

  const command = (operation: Operation): Command => ({
    id: operation.operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    title: operation.summary ?? operation.operationId,
    source: curlSample(local, operation),
  })
  return { first: first.map(command), withKey: withKey.map(command) }
}

function callerOf(contract: Contract, operation: Operation): 'anyone' | 'user' | 'key' {
  const [name] = securityOf(contract, operation).flatMap((requirement) => Object.keys(requirement))
  const scheme = name === undefined ? undefined : contract.components?.securitySchemes?.[name]
  if (!scheme) return 'anyone'
  return resolve(contract, scheme).type === 'apiKey' ? 'key' : 'user'
}
