// Every promise of the SDK, checked once. The same code runs in Node by import and by require, and in a browser.
import type * as Sdk from '@frontdesk/client-sdk'

export type Surroundings = { url: string; flaky: string; token: string; apiKey: string }

type Run = {
  sdk: typeof Sdk
  surroundings: Surroundings
  credentials: { token: () => Promise<string>; apiKey: string; baseDelay: number }
  frontdesk: Sdk.Frontdesk
  /** Digits that no other run has. */
  unique: string
  /** Throws unless the promise holds. */
  check: (name: string, holds: boolean) => void
}

/** Runs all of it. Throws at the first broken promise; returns the names of those that hold. */
export async function exercise(sdk: typeof Sdk, surroundings: Surroundings): Promise<string[]> {
  const { url, token, apiKey } = surroundings
  const seen: string[] = []
  const check = (name: string, holds: boolean) => {
    if (!holds) throw new Error(`not so: ${name}`)
    seen.push(name)
  }
  const credentials = { token: () => Promise.resolve(token), apiKey, baseDelay: 20 }
  const frontdesk = sdk.createFrontdesk({ baseUrl: url, ...credentials })
  const unique = crypto.getRandomValues(new Uint32Array(2)).join('')
  const run = { sdk, surroundings, credentials, frontdesk, unique, check }

  const caseId = await versions(run)
  await uploads(run, caseId)
  await pages(run, caseId)
  await otherResources(run)
  await problems(run, caseId)
  await conflicts(run)
  await repeats(run, caseId)
  await connections(run, caseId)
  return seen
}

/** The reason of the rejection; undefined when there is none. */
const failure = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => undefined,
    (reason: unknown) => reason,
  )

async function versions({ sdk, frontdesk, unique, check }: Run): Promise<string> {
  const { caseId, status } = await frontdesk.cases.create({ description: 'Broken kiosk', metadata: { unique } })
  check('a case is created', status === 'open')
  const first = await frontdesk.cases.get(caseId).withResponse()
  check('the answer has a request id', first.requestId !== undefined)
  const ifMatch = first.headers.get('etag')
  check('the ETag can be read', ifMatch !== null)
  const updated = await frontdesk.cases.update(caseId, { status: 'in_progress' }, { ifMatch: ifMatch ?? '' })
  check('a case is updated', updated.status === 'in_progress')
  const stale = await failure(frontdesk.cases.update(caseId, { status: 'closed' }, { ifMatch: ifMatch ?? '' }))
  check('a stale ETag is a PreconditionFailedError', stale instanceof sdk.PreconditionFailedError)
  const changed = await frontdesk.cases.updateWith(caseId, ({ description }) => ({ description: `${description}!` }))
  check('a case is read, changed and written', changed.description === 'Broken kiosk!')
  return caseId
}

async function uploads({ frontdesk, check }: Run, caseId: string) {
  const bytes = new Uint8Array(300_000).map((_, index) => (index * 7) % 256)
  const progress: number[] = []
  const file = new File([bytes], 'photo.png', { type: 'image/png' })
  const { key } = await frontdesk.cases.upload(caseId, file, { onProgress: ({ loaded }) => progress.push(loaded) })
  check('an upload tells its progress', progress[0] === 0 && progress.at(-1) === bytes.length)
  const [uploaded] = await frontdesk.cases.listFiles(caseId).toArray({ max: 10 })
  check('the file has its name and type', uploaded?.key === key && uploaded.fileName === 'photo.png')
  const back = new Uint8Array(await (await fetch(uploaded?.downloadUrl ?? '')).arrayBuffer())
  check('the bytes are the same', back.length === bytes.length && back.every((byte, index) => byte === bytes[index]))

  const stopping = new AbortController()
  const stopped = frontdesk.cases.upload(caseId, file, { signal: stopping.signal, onProgress: () => stopping.abort() })
  check('an upload can be aborted', ((await failure(stopped)) as Error).name === 'AbortError')
  check('an aborted upload stores nothing', (await frontdesk.cases.listFiles(caseId).toArray()).length === 1)
}

/** The case has one file already. */
async function pages({ frontdesk, check }: Run, caseId: string) {
  for (const fileName of ['notes.txt', 'plan.txt']) {
    await frontdesk.cases.upload(caseId, new Blob([fileName]), { fileName })
  }
  const names: (string | undefined)[] = []
  for await (const { fileName } of frontdesk.cases.listFiles(caseId, { limit: 2 })) names.push(fileName)
  check('an iteration goes over all pages', names.sort().join() === 'notes.txt,photo.png,plan.txt')
  const sizes: number[] = []
  for await (const { files } of frontdesk.cases.listFiles(caseId, { limit: 2 }).pages()) sizes.push(files.length)
  check('pages are as long as asked for', sizes.join() === '2,1')
  check('toArray is bounded', (await frontdesk.cases.listFiles(caseId).toArray({ max: 1 })).length === 1)
}

async function otherResources({ frontdesk, unique, check }: Run) {
  const customer = `c-${unique}`
  check('a customer is registered', (await frontdesk.customers.put(customer).withResponse()).status === 201)
  check('a customer exists', (await frontdesk.customers.get(customer)).exists)
  await frontdesk.customers.delete(customer)
  check('a deleted customer does not exist', !(await frontdesk.customers.get(customer)).exists)
  const execution = await frontdesk.workflow.submitAndWait({ id: customer }, { timeout: 20_000 })
  check('the workflow registers it again', execution.status === 'succeeded' && execution.outcome === 'inserted')
  check('the assistant replies', (await frontdesk.chat({ message: 'How do I create a case?' })).reply.length > 0)
  check(
    'there are sample users and orders',
    (await frontdesk.sampleData.listUsers()).users.length > 0 &&
      (await frontdesk.sampleData.listOrders()).orders.length > 0,
  )
  check('the service knows the user', (await frontdesk.system.getStatus()).user === 'alice')
  check('the contract is served', (await frontdesk.request('GET', '/openapi.json')).openapi === '3.0.3')
}

async function problems({ sdk, surroundings: { url }, frontdesk, unique, check }: Run, caseId: string) {
  const invalid = await failure(frontdesk.cases.create({ description: '' }))
  check(
    'a BadRequestError names the place',
    invalid instanceof sdk.BadRequestError && invalid.errors[0]?.pointer === '/description',
  )
  const unknown = await failure(frontdesk.cases.get(crypto.randomUUID()))
  check('an unknown case is a NotFoundError', unknown instanceof sdk.NotFoundError)
  check('the compiler knows its status', sdk.isProblemOf('getCase', unknown) && unknown.status === 404)
  const stranger = sdk.createFrontdesk({ baseUrl: url, token: 'nobody' })
  check(
    'a bad token is an UnauthenticatedError',
    (await failure(stranger.cases.get(caseId))) instanceof sdk.UnauthenticatedError,
  )
  const noKey = await failure(stranger.customers.get(`c-${unique}`))
  check('no key is a ForbiddenError', noKey instanceof sdk.ForbiddenError)
}

type Examples = Record<string, { value: Record<string, unknown> }>
type Creation = { responses: object; requestBody?: { content: { 'application/json'?: { examples?: Examples } } } }

/** Takes each creation that can answer 409 from the contract, with its example. */
async function conflicts({ sdk, frontdesk, check }: Run) {
  // Safe cast: the contract is an OpenAPI document.
  const { paths } = (await frontdesk.system.getOpenApi()) as unknown as { paths: Record<string, { post?: Creation }> }
  const refused: boolean[] = []
  for (const [path, { post }] of Object.entries(paths)) {
    const [example] = Object.values(post?.requestBody?.content['application/json']?.examples ?? {})
    if (!example || !post || !('409' in post.responses)) continue
    // Safe cast: path and body are those of an operation of the contract.
    const create = (body: object) => failure(frontdesk.request('POST', path as '/cases', { body: body as never }))
    await create(example.value)
    const other = Object.entries(example.value).map(([name, value]) => [
      name,
      typeof value === 'number' ? value + 1 : value,
    ])
    refused.push((await create(Object.fromEntries(other) as object)) instanceof sdk.ConflictError)
  }
  check('other content under a taken id is a ConflictError', !refused.includes(false))
}

async function repeats({ sdk, surroundings: { flaky }, credentials, frontdesk, unique, check }: Run, caseId: string) {
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
}

async function connections({ sdk, surroundings, credentials, unique, check }: Run, caseId: string) {
  const { url, flaky, token } = surroundings
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
}
