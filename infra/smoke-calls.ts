// What the smoke test calls: chosen from the contract, by its examples and its security.
import type { Caller, Operation } from '../codegen/model.ts'

type Call = { method: string; path: string; access: Caller; status: number }

/** The calls for an item of a resource, in their order. Nothing stays behind. */
type ItemCalls = {
  create: Call & { body: unknown }
  read: Call
  remove: Call
  /** Left out where the contract has no 404 for an item that does not exist. */
  readAgain?: Call
}

/** The paths that a user may read without any parameter. */
export const userReads = (operations: Operation[]): string[] =>
  operations.flatMap(({ method, path, caller, parameters }) =>
    method === 'get' && caller === 'user' && !path.includes('{') && parameters.length === 0 ? [path] : [],
  )

/**
 * The calls for each resource whose items can be created, read and deleted.
 * @param id An id that no item has. It replaces the id of the contract's example, which may be an item of somebody.
 */
export function itemCalls(operations: Operation[], id: string): ItemCalls[] {
  const find = (wanted: Operation['method'], template: string) =>
    operations.find(({ method, path }) => method === wanted && path === template)
  return operations.flatMap((get) => {
    const [, collection = '', parameter] = /^(.*)\/\{([^{}]+)\}$/.exec(get.path) ?? []
    if (get.method !== 'get' || parameter === undefined || collection.includes('{')) return []
    const path = `${collection}/${id}`
    const remove = find('delete', get.path)
    const create = creationBy(find('post', collection), collection) ?? creationBy(find('put', get.path), path)
    if (!remove || !create) return []
    const read = { method: 'GET', path, access: get.caller, status: 200 }
    return [
      {
        create: { ...create, body: withId(create.body, parameter, id) },
        read,
        remove: { method: 'DELETE', path, access: remove.caller, status: successOf(remove) },
        ...(answers(get, 404) && { readAgain: { ...read, status: 404 } }),
      },
    ]
  })
}

function creationBy(operation: Operation | undefined, path: string) {
  if (!operation || !answers(operation, 201)) return undefined
  const [body] = operation.body?.json?.examples ?? []
  return body === undefined
    ? undefined
    : { method: operation.method.toUpperCase(), path, access: operation.caller, status: 201, body }
}

const answers = (operation: Operation, status: number) => operation.answers.some((answer) => answer.status === status)

const successOf = (operation: Operation) => operation.answers.find(({ status }) => status < 300)?.status ?? 200

const withId = (body: unknown, parameter: string, id: string): unknown =>
  typeof body === 'object' && body !== null && parameter in body ? { ...body, [parameter]: id } : body
