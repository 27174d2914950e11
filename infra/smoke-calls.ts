// What the smoke test calls: chosen from the contract, by its examples and its security.

export type Access = 'anyone' | 'user' | 'apiKey'

type Operation = {
  security: Record<string, string[] | undefined>[]
  parameters?: object[]
  requestBody?: { content: Record<string, { example?: unknown; examples?: Record<string, { value?: unknown }> }> }
  responses: Record<string, unknown>
}

/** The part of a contract that is read here. */
export type Paths = Record<string, Partial<Record<'get' | 'post' | 'put' | 'delete', Operation>>>

type Call = { method: string; path: string; access: Access; status: number }

/** The calls for an item of a resource, in their order. Nothing stays behind. */
type ItemCalls = {
  create: Call & { body: unknown }
  read: Call
  remove: Call
  /** Left out where the contract has no 404 for an item that does not exist. */
  readAgain?: Call
}

/** The paths that a user may read without any parameter. */
export const userReads = (paths: Paths): string[] =>
  Object.entries(paths).flatMap(([path, { get }]) =>
    get && accessTo(get) === 'user' && !path.includes('{') && !get.parameters?.length ? [path] : [],
  )

/**
 * The calls for each resource whose items can be created, read and deleted.
 * @param id An id that no item has. It replaces the id of the contract's example, which may be an item of somebody.
 */
export const itemCalls = (paths: Paths, id: string): ItemCalls[] =>
  Object.entries(paths).flatMap(([template, { get, put, delete: remove }]) => {
    const [, collection = '', parameter] = /^(.*)\/\{([^{}]+)\}$/.exec(template) ?? []
    if (parameter === undefined || collection.includes('{') || !get || !remove) return []
    const path = `${collection}/${id}`
    const { post } = paths[collection] ?? {}
    const create = creationBy(post, 'POST', collection) ?? creationBy(put, 'PUT', path)
    if (!create) return []
    const read = { method: 'GET', path, access: accessTo(get), status: 200 }
    return [
      {
        create: { ...create, body: withId(create.body, parameter, id) },
        read,
        remove: { method: 'DELETE', path, access: accessTo(remove), status: successOf(remove) },
        ...('404' in get.responses && { readAgain: { ...read, status: 404 } }),
      },
    ]
  })

function creationBy(operation: Operation | undefined, method: 'POST' | 'PUT', path: string) {
  if (!operation || !('201' in operation.responses)) return undefined
  const { example, examples = {} } = operation.requestBody?.content['application/json'] ?? {}
  const body = example ?? Object.values(examples)[0]?.value
  return body === undefined ? undefined : { method, path, access: accessTo(operation), status: 201, body }
}

function accessTo({ security }: Operation): Access {
  if (security.length === 0) return 'anyone'
  return security.some((requirement) => 'apiKey' in requirement) ? 'apiKey' : 'user'
}

const successOf = ({ responses }: Operation) => Number(Object.keys(responses).find((status) => status.startsWith('2')))

const withId = (body: unknown, parameter: string, id: string): unknown =>
  typeof body === 'object' && body !== null && parameter in body ? { ...body, [parameter]: id } : body
