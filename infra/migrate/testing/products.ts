// The users of a migration's test: so many requests a second, whose answers are all checked, and what was acknowledged.
import { productIdAt } from '../../../testing/load-products.ts'

type Product = { productId: string; productName: string; category: string; productPrice: number; stock: number }
type Users = { url: string; authorization: string; items: number; perSecond: number }

/** How often the clock is asked. As many requests as are due are sent, so a late timer loses none. */
const tickMilliseconds = 20

/** A machine that is far too busy would otherwise fill its memory with requests. */
const mostWaiting = 200

/** The requests, and the ledger of what was acknowledged. */
function openProducts({ url, authorization }: Pick<Users, 'url' | 'authorization'>) {
  const faults: string[] = []
  /** What was acknowledged: the last stock and the number of updates by product, and what was created and deleted. */
  const updates = new Map<string, { stock: number; count: number }>()
  const [created, deleted] = [new Set<string>(), new Set<string>()]
  const headers = { authorization, 'content-type': 'application/json' }

  const call = async (method: string, path: string, status: number, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await response.text()
    if (response.status === status) return text === '' ? undefined : JSON.parse(text)
    faults.push(`${method} ${path} answered ${response.status}, not ${status}: ${text.slice(0, 200)}`)
    return undefined
  }
  const check = (product: Product, stock: number | undefined) => {
    const { productName, category, productPrice } = product
    const isRight = /^(n|made)!?$/.test(productName) && category === 'c' && [0.01, 1].includes(productPrice)
    if (!isRight || (stock !== undefined && product.stock !== stock)) faults.push(`read ${JSON.stringify(product)}`)
  }

  const list = async () => {
    const path = '/products?category=c&limit=25'
    // Safe casts in this file: a wrong answer gives `undefined`, and the tests of the server check each right one.
    const page = (await call('GET', path, 200)) as { products: Product[] } | undefined
    for (const product of page?.products ?? []) check(product, undefined)
    if (page && page.products.length !== 25) faults.push(`a page had ${page.products.length} products`)
  }
  const create = async (n: number) => {
    const body = { productId: `made-${n}`, category: 'c', productName: 'made', productPrice: 1, stock: 5 }
    if (await call('POST', '/products', 201, body)) created.add(body.productId)
  }
  const remove = async (id: string) => {
    await call('DELETE', `/products/${id}`, 204)
    deleted.add(id)
    await call('GET', `/products/${id}`, 404)
  }
  const update = async (id: string, stock: number) => {
    const product = (await call('PUT', `/products/${id}`, 200, { stock })) as Product | undefined
    if (product) check(product, stock)
    updates.set(id, { stock, count: (updates.get(id)?.count ?? 0) + 1 })
  }
  const get = async (id: string) => {
    const product = (await call('GET', `/products/${id}`, 200)) as Product | undefined
    if (product) check(product, updates.get(id)?.stock ?? 1)
  }
  return { ledger: { faults, updates, created, deleted }, list, create, remove, update, get }
}

/** Begins at once. Requests go out at their times, whatever the answers take. */
export function startUsers({ items, perSecond, ...api }: Users) {
  const { ledger, list, create, remove, update, get } = openProducts(api)
  const busy = new Set<string>()
  const waiting = new Set<Promise<void>>()
  /** One request at a time for a product, so that what was acknowledged last is known. */
  const freeId = (): string => {
    const id = productIdAt(Math.floor(Math.random() * items))
    return busy.has(id) || ledger.deleted.has(id) ? freeId() : id
  }
  const ofProduct = async (work: (id: string) => Promise<void>) => {
    const id = freeId()
    busy.add(id)
    await work(id)
    busy.delete(id)
  }
  const request = (n: number): Promise<void> => {
    const kind = n % 10
    if (kind === 0) return list()
    if (kind === 1) return create(n)
    if (kind === 2) return ofProduct(remove)
    return ofProduct(kind < 6 ? (id) => update(id, n) : get)
  }

  const began = performance.now()
  let sent = 0
  const sendDue = () => {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    while (sent < due && waiting.size < mostWaiting) {
      const answering = request(sent++).catch((error: unknown) => void ledger.faults.push(String(error)))
      waiting.add(answering)
      void answering.finally(() => waiting.delete(answering))
    }
  }
  const timer = setInterval(sendDue, tickMilliseconds)
  return {
    ...ledger,
    /** Resolves when every request has its answer, to their number. */
    stop: async () => {
      clearInterval(timer)
      sendDue()
      await Promise.all(waiting)
      return sent
    },
  }
}
