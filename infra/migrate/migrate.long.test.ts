// 100,000 items are migrated on the local cloud while it serves 50 requests a second: nothing is lost, or answered wrong.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableNames } from '../../local-cloud/emulators/dynamodb/index.ts'
import { tables } from '../../server/repositories/tables.ts'
import { projectRoot } from '../../testing/compile.ts'
import { freePort } from '../../testing/free-port.ts'
import { loadProducts, productAt, productIdAt } from '../../testing/load-products.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import { scanAll, type StoredItem } from '../../testing/raw-dynamodb.ts'
import { startUsers } from './testing/products.ts'

/** Another number is for a look at one part: MIGRATED_ITEMS=10000. */
const items = Number(process.env.MIGRATED_ITEMS ?? 100_000)
const perSecond = 50
const minutes = 60_000
const TableName = tableNames.PRODUCTS_TABLE ?? ''

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
let account: string
let directory: string
beforeAll(async () => {
  // The migration's module imports nothing, so it can be anywhere below the project.
  await mkdir(join(projectRoot, 'dist'), { recursive: true })
  directory = await mkdtemp(join(projectRoot, 'dist/migration-'))
  data = await createDataDir()
  const port = await freePort()
  // The cloud keeps its heap small. Here that would be a third of its work.
  const nodeOptions = ['--min-semi-space-size=16', '--max-semi-space-size=16']
  const env = { DATA_DIR: data.path, LOCAL_AWS_PORT: String(port), LOG_LEVEL: 'ERROR' }
  cloud = runCloud({ nodeOptions, env })
  url = await cloud.ready()
  account = `http://127.0.0.1:${port}`
  await loadProducts(account, 0, items)
}, 10 * minutes)
afterAll(async () => {
  await cloud.kill()
  await Promise.all([data.remove(), rm(directory, { recursive: true })])
})

const migration = `export default {
  change: ({ productName }) => (String(productName).endsWith('!') ? undefined : { set: { productName: productName + '!' } }),
}
`

/** Runs the command as fast as it goes. */
function migrate(file: string, more: string[] = [], onOutput: () => void = () => undefined) {
  const table = ['--table', 'products', '--table-name', TableName, '--endpoint', account]
  const args = ['infra/migrate/main.ts', file, ...table, '--rate', '10000', ...more]
  const child = spawn(process.execPath, args, { cwd: projectRoot })
  let printed = ''
  const take = (text: Buffer) => {
    printed += text.toString()
    onOutput()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number, printed })) }
}

/** The last sentence that the command has printed, in numbers. */
function countsIn(printed: string) {
  const [last] = [...printed.matchAll(/^(\d+) items: (\d+) changed, (\d+) as they should be, (\d+) gone/gm)].slice(-1)
  const [read = 0, changed = 0, unchanged = 0, gone = 0] = (last ?? []).slice(1).map(Number)
  return { read, changed, unchanged, gone }
}

const byId = (stored: StoredItem[]) => new Map(stored.map((item) => [item.productId?.S ?? '', item]))

/** What an item that somebody has updated must be, but for the time and the mark of the last update. */
function updatedItem(found: StoredItem | undefined, item: StoredItem, update: { stock: number; count: number }) {
  const { lastWrite, updatedAt = {} } = found ?? {}
  const version = { N: String(Number(item.version?.N) + update.count) }
  return { ...item, version, stock: { N: String(update.stock) }, updatedAt, ...(lastWrite && { lastWrite }) }
}

test(
  `${items} items are migrated while ${perSecond} requests a second are served`,
  async () => {
    const file = join(directory, 'shout.ts')
    await writeFile(file, migration)
    const before = byId(await scanAll(account, TableName))
    const users = startUsers({ url, authorization: data.user.authorization, items, perSecond })
    const began = performance.now()
    // Interrupted after its first report, and taken up again.
    let isInterrupted = false
    const first = migrate(file, ['--restart'], () => {
      // A second signal would end it at once.
      if (!isInterrupted) isInterrupted = first.child.kill('SIGINT')
    })
    const interrupted = await first.ended
    const { code, printed } = await migrate(file).ended
    const seconds = (performance.now() - began) / 1000
    const sent = await users.stop()
    console.log(`${seconds.toFixed(0)} s, ${sent} requests, ${users.faults.length} wrong: ${printed.trim()}`)

    expect(interrupted.printed).toContain('The same command goes on')
    const half = countsIn(interrupted.printed)
    expect(half.changed).toBeGreaterThan(0)
    expect(half.read).toBeLessThan(items)
    expect(printed).toContain('Done.')
    expect(code).toBe(0)
    const all = countsIn(printed)
    expect(all.read).toBe(all.changed + all.unchanged + all.gone)
    // A page may have been read before a deletion, and after it.
    expect(all.read).toBeGreaterThanOrEqual(before.size - users.deleted.size)

    expect(users.faults.slice(0, 10)).toEqual([])
    // A busy machine answers later than users ask at times.
    expect(sent).toBeGreaterThan(0.8 * seconds * perSecond)
    const found = byId(await scanAll(account, TableName))
    const wrong = wrongItems(before, found, users)
    expect(wrong.slice(0, 10)).toEqual([])
    expect(found.size).toBe(before.size + users.created.size - users.deleted.size)
    for (const index of Object.keys(tables.products.indexes))
      expect(isDeepStrictEqual(byId(await scanAll(account, TableName, index)), found), index).toBe(true)
  },
  20 * minutes,
)

/** The ids of the items, each of which is compared as a whole, that are not as they should be. */
function wrongItems(
  before: Map<string, StoredItem>,
  found: Map<string, StoredItem>,
  { updates, created, deleted }: ReturnType<typeof startUsers>,
): string[] {
  const wrong: string[] = []
  for (const [id, item] of before) {
    const update = updates.get(id)
    const migrated = {
      ...item,
      productName: { S: `${item.productName?.S ?? ''}!` },
      version: { N: String(Number(item.version?.N) + 1) },
    }
    const expected = update ? updatedItem(found.get(id), migrated, update) : migrated
    const isRight = deleted.has(id) ? !found.has(id) : isDeepStrictEqual({ ...found.get(id) }, expected)
    if (!isRight) wrong.push(`${id}: ${JSON.stringify(found.get(id))}`)
  }
  for (const id of created) {
    const item = found.get(id)
    // What was made with the old name behind the migration is of the old code. A second run changes it.
    if (item?.stock?.N !== '5' || !/^made!?$/.test(item.productName?.S ?? '')) wrong.push(`${id} was made`)
  }
  for (let n = 0; n < items; n++) if (!isDeepStrictEqual(before.get(productIdAt(n)), productAt(n))) wrong.push(`${n}`)
  return wrong
}
