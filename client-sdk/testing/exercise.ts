// Everything that the SDK promises, once through: the same in Node by import, in Node by require, and in a browser.
import type * as Sdk from '@frontdesk/client-sdk'

export type Surroundings = { url: string; flaky: string; token: string; apiKey: string }

/** Runs all of it; throws with the first thing that is not as promised, and names what it has seen. */
export async function exercise(sdk: typeof Sdk, { url, flaky, token, apiKey }: Surroundings): Promise<string[]> {
  const seen: string[] = []
  const check = (name: string, holds: boolean) => {
    if (!holds) throw new Error(`not so: ${name}`)
    seen.push(name)
  }
  const failure = (promise: PromiseLike<unknown>): Promise<unknown> =>
    Promise.resolve(promise).then(
      () => undefined,
      (reason: unknown) => reason,
    )
  const credentials = { token: () => Promise.resolve(token), apiKey, baseDelay: 20 }
  const frontdesk = sdk.createFrontdesk({ baseUrl: url, ...credentials })
  const unique = crypto.getRandomValues(new Uint32Array(2)).join('')

  const { caseId, status } = await frontdesk.cases.create({ description: 'Broken kiosk', metadata: { unique } })
  check('a case is created', status === 'open')
  const first = await frontdesk.cases.get(caseId).withResponse()
  check('the answer has a request id', first.requestId !== undefined)
  const ifMatch = first.headers.get('etag')
  check('the ETag can be read', ifMatch !== null)
  await frontdesk.cases.update(caseId, { status: 'in_progress' }, { ifMatch: ifMatch ?? '' })
  const stale = await failure(frontdesk.cases.update(caseId, { status: 'closed' }, { ifMatch: ifMatch ?? '' }))
  check('a stale ETag is a PreconditionFailedError', stale instanceof sdk.PreconditionFailedError)
  const changed = await frontdesk.cases.updateWith(caseId, (one) => ({ description: `${one.description}!` }))
  check('a case is read, changed and written', changed.description === 'Broken kiosk!')

  const bytes = new Uint8Array(300_000).map((_, index) => (index * 7) % 256)
  const progress: number[] = []
  const file = new File([bytes], 'photo.png', { type: 'image/png' })
  const { key } = await frontdesk.cases.upload(caseId, file, { onProgress: ({ loaded }) => progress.push(loaded) })
  check('an upload tells its progress', progress[0] === 0 && progress.at(-1) === bytes.length)
  const [uploaded] = await frontdesk.cases.listFiles(caseId).toArray({ max: 10 })
  check('the file has its name and type', uploaded?.key === key && uploaded.fileName === 'photo.png')
  const back = new Uint8Array(await (await fetch(uploaded?.downloadUrl ?? '')).arrayBuffer())
  check('the bytes are the same', back.length === bytes.length && back.every((one, index) => one === bytes[index]))

  const stopping = new AbortController()
  const stopped = frontdesk.cases.upload(caseId, file, { signal: stopping.signal, onProgress: () => stopping.abort() })
  check('an upload can be aborted', ((await failure(stopped)) as Error).name === 'AbortError')
  check('an aborted upload stores nothing', (await frontdesk.cases.listFiles(caseId).toArray()).length === 1)

  const event = await frontdesk.events.create({
    title: `Open house ${unique}`,
    description: 'Doors open at nine.',
    date: '2027-03-12',
    location: 'Hall 2',
    capacity: 120,
    organizer: 'Visitor services',
  })
  check(
    'an event is updated',
    (await frontdesk.events.update(event.eventId, { status: 'cancelled' })).status === 'cancelled',
  )
  await frontdesk.events.delete(event.eventId)
  const gone = await failure(frontdesk.events.get(event.eventId))
  check('a deleted event is a NotFoundError', gone instanceof sdk.NotFoundError && sdk.isProblemOf('getEvent', gone))

  const product = { productId: `p-${unique}`, category: unique, productName: 'Stand', productPrice: 19.99, stock: 1 }
  for (const letter of ['a', 'b', 'c']) {
    await frontdesk.products.create({ ...product, productId: `${product.productId}-${letter}` })
  }
  const conflict = await failure(
    frontdesk.products.create({ ...product, productId: `${product.productId}-a`, stock: 2 }),
  )
  check('other content under a taken id is a ConflictError', conflict instanceof sdk.ConflictError)
  const ids: string[] = []
  for await (const one of frontdesk.products.list({ category: unique, limit: 2 })) ids.push(one.productId)
  check(
    'an iteration goes over all pages',
    ids.join() === ['a', 'b', 'c'].map((one) => `${product.productId}-${one}`).join(),
  )
  const sizes: number[] = []
  for await (const { products } of frontdesk.products.list({ category: unique, limit: 2 }).pages())
    sizes.push(products.length)
  check('pages are as long as asked for', sizes.join() === '2,1')
  check('toArray is bounded', (await frontdesk.products.list({ category: unique }).toArray({ max: 1 })).length === 1)

  const customer = `c-${unique}`
  check('a customer is registered', (await frontdesk.customers.put(customer).withResponse()).status === 201)
  check('a customer exists', (await frontdesk.customers.get(customer)).exists)
  await frontdesk.customers.delete(customer)
  const execution = await frontdesk.workflow.submitAndWait({ id: customer }, { timeout: 20_000 })
  check('the workflow registers it again', execution.status === 'succeeded' && execution.outcome === 'inserted')
  check('the assistant replies', (await frontdesk.chat({ message: 'How do I create a case?' })).reply.length > 0)
  check(
    'there are sample users and orders',
    (await frontdesk.sampleData.listUsers()).users.length > 0 &&
      (await frontdesk.sampleData.listOrders()).orders.length > 0,
  )
  check('the service knows who asks', (await frontdesk.system.getStatus()).user === 'alice')
  check('the contract is served', (await frontdesk.request('GET', '/openapi.json')).openapi === '3.0.3')

  const invalid = await failure(frontdesk.cases.create({ description: '' }))
  check(
    'a BadRequestError names the place',
    invalid instanceof sdk.BadRequestError && invalid.errors[0]?.pointer === '/description',
  )
  const stranger = sdk.createFrontdesk({ baseUrl: url, token: 'nobody' })
  check(
    'a bad token is an UnauthenticatedError',
    (await failure(stranger.cases.get(caseId))) instanceof sdk.UnauthenticatedError,
  )
  check('no key is a ForbiddenError', (await failure(stranger.customers.get(customer))) instanceof sdk.ForbiddenError)

  const patient = sdk.createFrontdesk({ baseUrl: `${flaky}/fails-first/${unique}`, ...credentials, maxRetries: 3 })
  const started = performance.now()
  check('429, 503 and a dropped connection are repeated', (await patient.cases.get(caseId)).caseId === caseId)
  check('Retry-After is honoured', performance.now() - started >= 990)
  const once = sdk.createFrontdesk({ baseUrl: `${flaky}/loses-answers/${unique}`, ...credentials })
  const { data, headers } = await once.cases.create({ description: `once ${unique}` }).withResponse()
  check('the third attempt finds what the first one created', headers.get('idempotent-replayed') === 'true')
  const all = await frontdesk.cases.list({ limit: 100 }).toArray({ max: 500 })
  const made = all.filter(({ description }) => description === `once ${unique}`)
  check('three attempts create one case', made.length === 1 && made[0]?.caseId === data.caseId)

  const moved = sdk.createFrontdesk({ baseUrl: `${flaky}/redirects/${unique}`, ...credentials })
  check('a redirect is refused', String(await failure(moved.cases.get(caseId))).includes('redirect'))
  const silent = sdk.createFrontdesk({ baseUrl: `${flaky}/silent/${unique}`, ...credentials, maxRetries: 0 })
  const late = await failure(silent.cases.get(caseId, { attemptTimeout: 200 }))
  check('no answer in time is a TimeoutError', late instanceof sdk.TimeoutError)
  const controller = new AbortController()
  const aborted = failure(silent.cases.get(caseId, { signal: controller.signal }))
  setTimeout(() => controller.abort(), 50)
  check('an abort is an AbortError', ((await aborted) as Error).name === 'AbortError')
  const nowhere = sdk.createFrontdesk({ baseUrl: 'http://127.0.0.1:9', token, maxRetries: 0 })
  check('no service is a ConnectionError', (await failure(nowhere.cases.get(caseId))) instanceof sdk.ConnectionError)

  const { cases, createClient } = sdk
  check(
    'one resource can be had alone',
    (await cases(createClient({ baseUrl: url, token })).get(caseId)).caseId === caseId,
  )
  return seen
}
