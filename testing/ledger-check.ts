// Compares a local cloud with the ledger of what it has acknowledged, and its lists with its items.
import { isDeepStrictEqual } from 'node:util'
import { resources, type Json, type Known, type Ledger, type Resource } from './write-load.ts'

type Reader = { url: string; user: { authorization: string }; apiKey: string }

const parallelReads = 16

/** Everything that is wrong, in words. Afterwards the ledger knows what became of the pending changes. */
export async function faultsOf({ url, user, apiKey }: Reader, ledger: Ledger): Promise<string[]> {
  const get = async (path: string, headers: Record<string, string> = user) => {
    const response = await fetch(url + path, { headers })
    return { status: response.status, body: (await response.json()) as Json }
  }
  const pages = async (path: string, member: string): Promise<Json[]> => {
    const items: Json[] = []
    for (let cursor = ''; ;) {
      const { status, body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor}`)
      if (status !== 200) throw new Error(`GET ${path}: ${status}`)
      items.push(...(body[member] as Json[]))
      if (typeof body.nextCursor !== 'string') return items
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`
    }
  }

  const faults: string[] = []
  const listed = new Map<string, Json>()
  for (const resource of resources) {
    const { all, wrong } = await listsOf(resource, pages)
    faults.push(...wrong)
    for (const item of all) listed.set(`${resource.path}/${String(item[resource.id])}`, item)
  }
  await inParallel([...listed], async ([path, item]) => {
    const { status, body } = await get(path)
    if (status !== 200) faults.push(`${path} is listed, and answers ${status}`)
    else if (!isDeepStrictEqual(body, item)) faults.push(`${path} is listed in another version`)
  })
  for (const [path, known] of ledger.items) {
    const found = listed.get(path) ?? null
    if (!mayBe(found, known)) faults.push(`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(known)}`)
    ledger.items.set(path, { item: found })
  }
  await inParallel([...ledger.files], async ([name, text]) => {
    const [path = '', fileName] = name.split(' ')
    const { body } = await get(`${path}/files`)
    const file = (body.files as Json[]).find((file) => file.fileName === fileName)
    const stored = file && (await (await fetch(String(file.downloadUrl))).text())
    if (stored !== text) faults.push(`the file ${name} has ${stored ?? 'gone'}`)
  })
  await inParallel([...ledger.customers], async (id) => {
    const { body } = await get(`/customers/${id}`, { 'x-api-key': apiKey })
    if (body.exists !== true) faults.push(`customer ${id} has gone`)
  })
  return faults
}

/** The list of all items, and what is wrong with the filtered lists. */
async function listsOf({ path, filter, values }: Resource, pages: (path: string, member: string) => Promise<Json[]>) {
  const member = path.slice(1)
  const all = await pages(path, member)
  const wrong: string[] = []
  for (const value of new Set([...values, ...all.map((item) => String(item[filter]))])) {
    const filtered = await pages(`${path}?${filter}=${encodeURIComponent(value)}`, member)
    const expected = all.filter((item) => item[filter] === value)
    const texts = (items: Json[]) => items.map((item) => JSON.stringify(item)).sort()
    if (!isDeepStrictEqual(texts(filtered), texts(expected))) {
      wrong.push(
        `${path}?${filter}=${value} lists ${filtered.length} items, not the ${expected.length} of the list of all`,
      )
    }
  }
  return { all, wrong }
}

/** An item is as it was acknowledged, or a change whose answer never came has been made. */
function mayBe(found: Json | null, { item, pending }: Known): boolean {
  if (isDeepStrictEqual(found, item)) return true
  if (pending === undefined) return false
  if (pending === null) return found === null
  return found !== null && Object.entries(pending).every(([name, value]) => found[name] === value)
}

async function inParallel<T>(values: T[], act: (value: T) => Promise<void>) {
  const waiting = values.values()
  const work = async () => {
    for (const value of waiting) await act(value)
  }
  await Promise.all(Array.from({ length: parallelReads }, work))
}
