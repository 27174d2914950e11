// The commands of the start page: samples of the contract's operations, sent to this local cloud.
import { curlSample } from '../../codegen/docs/curl-sample.ts'
import type { Model, Operation } from '../../codegen/model.ts'

/** A command takes the token from `$TOKEN` and the key from `$API_KEY`. */
export type Command = { id: string; title: string; source: string }

export type Commands = {
  /** For a signed-in user: the service's state, then a new item and the list that it is in. */
  first: readonly Command[]
  /** What programs write with the API key. */
  withKey: readonly Command[]
}

export function commandsOf(model: Model, url: string): Commands {
  const { operations } = model
  const forUsers = operations.filter(({ caller }) => caller === 'user')

  const state = forUsers.find(
    ({ method, parameters, sampleData }) => method === 'get' && parameters.length === 0 && sampleData === undefined,
  )
  const lists = (path: string) => operations.find((operation) => operation.method === 'get' && operation.path === path)
  const create = forUsers.find(({ method, path }) => method === 'post' && !path.includes('{') && lists(path))
  const first = [state, create, create && lists(create.path)].filter((operation) => operation !== undefined)
  const withKey = operations.filter(({ caller, method }) => caller === 'apiKey' && ['post', 'put'].includes(method))

  const command = (operation: Operation): Command => ({
    id: operation.operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    title: operation.summary || operation.operationId,
    source: curlSample(model, operation, url),
  })
  return { first: first.map(command), withKey: withKey.map(command) }
}
