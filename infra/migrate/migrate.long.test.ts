// Thousands of items are migrated on the local cloud while it serves 50 requests a second: nothing is lost, or answered wrong.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { tableNames } from '../../local-cloud/emulators/dynamodb/index.ts'
import { projectRoot } from '../../testing/compile.ts'
import { loadProducts, productIdAt } from '../../testing/load-products.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import { freePort } from '../../testing/free-port.ts'

const items = Number(process.env.MIGRATED_ITEMS ?? 10_000)
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
  cloud = runCloud({ env: { DATA_DIR: data.path, LOCAL_AWS_PORT: String(port), LOG_LEVEL: 'ERROR' } })
  url = await cloud.ready()
  account = `http://127.0.0.1:${port}`
  await loadProducts(account, 0, items)
}, 20 * minutes)
afterAll(async () => {
  await cloud.kill()
  await Promise.all([data.remove(), rm(directory, { recursive: true })])
})

const migration = `export default {
  change: ({ productName }) => (String(productName).endsWith('!') ? undefined : { set: { productName: productName + '!' } }),
}
`

/** Runs the command, and interrupts it when `untilLines` lines have been printed. */
function migrate(file: string, more: string[] = [], onLine: (line: string) => void = () => undefined) {
  const args = [
    file,
    '--table',
    'products',
    '--table-name',
    TableName,
    '--endpoint',
    account,
    '--rate',
    '2000',
    ...more,
  ]
  const child = spawn(process.execPath, ['infra/migrate/main.ts', ...args], { cwd: projectRoot })
  let printed = ''
  const take = (text: Buffer) => {
    printed += text.toString()
    onLine(text.toString())
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number, printed })) }
}

type Product = { productId: string; productName: string; stock: number; category: string }

/** Sends a request every 20 ms, whatever the answers take, and keeps what was acknowledged. */
function serve() {
  const faults: string[] = []
  const stocks = new Map<string, number>()
  const [created, deleted] = [new Set<string>(), new Set<string>()]
  const busy = new Set<string>()
  const waiting = new Set<Promise<void>>()
  let sent = 0
  const headers = { authorization: data.user.authorization, 'content-type': 'application/json' }
  const call = async (method: string, path: string, status: number, body?: object) => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const response = await fetch(`${url}${path}`, init)
    const text = await response.text()
    if (response.status !== status) faults.push(`${method} ${path} ${response.status}: ${text.slice(0, 200)}`)
    return text === '' || response.status !== status ? undefined : (JSON.parse(text) as Record<string, unknown>)
  }
  const check = (product: Product | undefined) => {
    if (product && (!/^(n|made)!?$/.test(product.productName) || product.category !== 'c'))
      faults.push(`read ${JSON.stringify(product)}`)
  }
  const one = async (n: number) => {
    const id = productIdAt(Math.floor(Math.random() * items))
    if (n % 10 === 0) {
      const page = await call('GET', '/products?category=c&limit=25', 200)
      for (const product of (page?.products ?? []) as Product[]) check(product)
      return
    }
    if (n % 10 === 1) {
      const productId = `made-${n}`
      const body = { productId, category: 'c', productName: 'made', productPrice: 1, stock: 5 }
      if (await call('POST', '/products', 201, body)) created.add(productId)
      return
    }
    // One request at a time for an item, so that what was acknowledged last is known.
    if (busy.has(id) || deleted.has(id)) return
    busy.add(id)
    if (n % 10 === 2) {
      await call('DELETE', `/products/${id}`, 204)
      deleted.add(id)
    } else if (n % 10 < 6) {
      const product = (await call('PUT', `/products/${id}`, 200, { stock: n })) as Product | undefined
      check(product)
      stocks.set(id, n)
    } else {
      const product = (await call('GET', `/products/${id}`, 200)) as Product | undefined
      check(product)
      if (product && product.stock !== (stocks.get(id) ?? 1)) faults.push(`stock of ${id}: ${product.stock}`)
    }
    busy.delete(id)
  }
  const timer = setInterval(() => {
    const answering = one(sent++).catch((error: unknown) => void faults.push(String(error)))
    waiting.add(answering)
    void answering.finally(() => waiting.delete(answering))
  }, 1000 / perSecond)
  return {
    ...{ faults, stocks, created, deleted, sent: () => sent },
    stop: async () => {
      clearInterval(timer)
      await Promise.all(waiting)
    },
  }
}

async function stored(): Promise<Product[]> {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: account, region: 'us-east-1', credentials }),
  )
  const found: Product[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) found.push(...(Items as Product[]))
  client.destroy()
  return found
}

test(
  `${items} items are migrated while ${perSecond} requests a second are served`,
  async () => {
    const file = join(directory, 'shout.ts')
    await writeFile(file, migration)
    const before = (await stored()).length
    const load = serve()
    const began = performance.now()
    // Interrupted after its first report, and taken up again.
    let isInterrupted = false
    const first = migrate(file, ['--restart'], () => {
      // A second signal would end it at once.
      if (!isInterrupted) isInterrupted = first.child.kill('SIGINT')
    })
    const interrupted = await first.ended
    expect(interrupted.printed).toContain('The same command goes on')
    const { code, printed } = await migrate(file).ended
    const took = (performance.now() - began) / 1000
    await load.stop()
    expect(printed).toContain('Done.')
    expect(code).toBe(0)
    console.log(printed.trim().split('\n').slice(-2).join(' '))
    console.log(`${load.sent()} requests in ${took.toFixed(0)} s, ${load.faults.length} answered wrong`)

    expect(load.faults).toEqual([])
    // The clock of a busy machine is late at times.
    expect(load.sent() / took).toBeGreaterThan(perSecond * 0.8)
    const found = new Map((await stored()).map((product) => [product.productId, product]))
    expect(found.size).toBe(before + load.created.size - load.deleted.size)
    // What was made with the old name after its page had passed is of the old code; a second run takes it.
    const late = [...found.values()].filter(({ productName }) => !productName.endsWith('!'))
    expect(late.every(({ productId }) => load.created.has(productId))).toBe(true)
    for (const id of load.deleted) expect(found.has(id), id).toBe(false)
    for (const id of load.created) expect(found.has(id), id).toBe(true)
    for (const [id, stock] of load.stocks) if (!load.deleted.has(id)) expect(found.get(id)?.stock, id).toBe(stock)
  },
  40 * minutes,
)
