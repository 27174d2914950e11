// A load of writes over HTTP, and a ledger of what the API has acknowledged.

export type Json = Record<string, unknown>

/** A resource with a list that can be filtered by one member. */
export type Resource = {
  path: string
  id: string
  /** The member that the list is filtered by, and values of it. */
  filter: string
  values: readonly string[]
  canBeDeleted: boolean
  body: (n: number) => Json
}

const anyOf = <T>(values: readonly T[]): T => {
  const value = values[Math.floor(Math.random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

export const resources: readonly Resource[] = [
  {
    path: '/cases',
    id: 'caseId',
    filter: 'status',
    values: ['open', 'in_progress', 'resolved', 'closed'],
    canBeDeleted: false,
    body: (n) => ({ description: `case ${n}` }),
  },
  {
    path: '/events',
    id: 'eventId',
    filter: 'status',
    values: ['scheduled', 'ongoing', 'completed', 'cancelled'],
    canBeDeleted: true,
    body: (n) => ({
      ...{ title: `event ${n}`, description: 'A talk', date: '2027-01-31' },
      ...{ location: 'Hall 1', capacity: 10, organizer: 'Ada' },
    }),
  },
  {
    path: '/products',
    id: 'productId',
    filter: 'category',
    values: ['tools', 'toys', 'tea'],
    canBeDeleted: true,
    body: (n) => ({
      ...{ productId: `load-${n}`, category: 'tools', productName: `product ${n}` },
      ...{ productPrice: 19.99, stock: n },
    }),
  },
]

/** What is known of an item. `pending`: the change whose answer never came; `null` stands for no item. */
export type Known = { item: Json | null; pending?: Json | null }

export type Ledger = {
  /** By path, as `/cases/…`. */
  items: Map<string, Known>
  /** The uploaded text, by the path of the case and the name of the file. */
  files: Map<string, string>
  customers: Set<string>
  acknowledged: number
}

export const createLedger = (): Ledger => ({
  items: new Map(),
  files: new Map(),
  customers: new Set(),
  acknowledged: 0,
})

let count = 0

type Caller = { url: string; user: { authorization: string }; apiKey: string }

/** Writes with this many workers until the cloud no longer answers. No two of them write to the same item. */
export async function writeUntilKilled(caller: Caller, ledger: Ledger, workers = 8) {
  await Promise.allSettled(Array.from({ length: workers }, () => work(caller, ledger)))
}

async function work({ url, user, apiKey }: Caller, ledger: Ledger): Promise<never> {
  const own: { resource: Resource; path: string }[] = []
  const send = async (method: string, path: string, body?: Json, headers: Record<string, string> = user) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    ledger.acknowledged += 1
    return text === '' ? {} : (JSON.parse(text) as Json)
  }
  const create = async () => {
    const resource = anyOf(resources)
    const item = await send('POST', resource.path, resource.body((count += 1)))
    const path = `${resource.path}/${String(item[resource.id])}`
    ledger.items.set(path, { item })
    own.push({ resource, path })
  }
  /** Notes the change before it is sent, and takes it as made after the answer. */
  const change = async (path: string, pending: Json | null, act: () => Promise<Json>) => {
    ledger.items.set(path, { item: ledger.items.get(path)?.item ?? null, pending })
    const answer = await act()
    ledger.items.set(path, { item: pending && answer })
  }
  const update = async () => {
    const { resource, path } = anyOf(own)
    const body = { [resource.filter]: anyOf(resource.values) }
    await change(path, body, () => send('PUT', path, body))
  }
  const remove = async () => {
    const [index, { path }] = anyOf([...own.entries()].filter(([, { resource }]) => resource.canBeDeleted))
    own.splice(index, 1)
    await change(path, null, () => send('DELETE', path))
  }
  const upload = async () => {
    const { path } = anyOf(own.filter(({ resource }) => resource.path === '/cases'))
    const fileName = `${(count += 1)}.txt`
    const { uploadUrl, headers } = await send('GET', `${path}/upload?fileName=${fileName}&contentType=text/plain`)
    const text = `text of ${fileName}`
    const { status } = await fetch(String(uploadUrl), {
      method: 'PUT',
      headers: headers as Record<string, string>,
      body: text,
    })
    if (status === 200) ledger.files.set(`${path} ${fileName}`, text)
  }
  const customer = async () => {
    const id = `customer-${(count += 1)}`
    await send('PUT', `/customers/${id}`, {}, { 'x-api-key': apiKey })
    ledger.customers.add(id)
  }
  for (;;) {
    await create()
    await anyOf([create, update, update, update, upload, customer])().catch(unlessKilled)
    await anyOf([update, remove, create])().catch(unlessKilled)
  }
}

/** An action that finds no item to act on does nothing. */
function unlessKilled(error: unknown) {
  if (!String(error).includes('nothing to choose from')) throw error
}
