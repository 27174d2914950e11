// Every promise of the SDK, checked once. The same code runs on every runtime that the README names.
import type * as Sdk from '@frontdesk/client-sdk'

export type Surroundings = { url: string; flaky: string; token: string; apiKey: string }

/** The result of a run: the promises that hold, and for each other one the reason. */
export type Findings = { kept: string[]; broken: string[] }

/** The promises of this file. A run that finds fewer has missed one. */
export const promises = 41

type Run = {
  sdk: typeof Sdk
  surroundings: Surroundings
  credentials: Omit<Sdk.ClientOptions, 'baseUrl'>
  frontdesk: Sdk.Frontdesk
  /** Digits that no other run has. */
  unique: string
  check: (name: string, holds: boolean) => void
}

/** Runs all of it. A part that fails ends, and the next part begins. `fetch` is for the clients of the run. */
export async function exercise(
  sdk: typeof Sdk,
  surroundings: Surroundings,
  fetch?: Sdk.ClientOptions['fetch'],
): Promise<Findings> {
  const { url, token, apiKey } = surroundings
  const findings: Findings = { kept: [], broken: [] }
  const check = (name: string, holds: boolean) => {
    if (holds) findings.kept.push(name)
    else findings.broken.push(`not so: ${name}`)
  }
  const credentials = { token: () => Promise.resolve(token), apiKey, baseDelay: 20, fetch }
  const frontdesk = sdk.createFrontdesk({ baseUrl: url, ...credentials })
  const unique = crypto.getRandomValues(new Uint32Array(2)).join('')
  const run = { sdk, surroundings, credentials, frontdesk, unique, check }

  const { caseId } = await frontdesk.cases.create({ description: 'Broken kiosk', metadata: { unique } })
  for (const part of [
    versions,
    uploads,
    streams,
    storages,
    pages,
    otherResources,
    events,
    problems,
    tokens,
    conflicts,
    repeats,
    connections,
  ]) {
    await part(run, caseId).catch((error: unknown) =>
      findings.broken.push(`${part.name} ended early: ${wordsOf(error)}`),
    )
  }
  return findings
}

const wordsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? String(error)) : String(error))

/** The reason of the rejection; undefined when there is none. */
const failure = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => undefined,
    (reason: unknown) => reason,
  )

async function versions({ sdk, frontdesk, check }: Run, caseId: string) {
  const first = await frontdesk.cases.get(caseId).withResponse()
  check('a case is created', first.data.status === 'open')
  const ifMatch = first.headers.get('etag') ?? ''
  check('the answer has a request id and an ETag', first.requestId !== undefined && ifMatch !== '')
  const updated = await frontdesk.cases.update(caseId, { status: 'in_progress' }, { ifMatch })
  check('a case is updated', updated.status === 'in_progress')
  const stale = await failure(frontdesk.cases.update(caseId, { status: 'closed' }, { ifMatch }))
  check('a stale ETag is a PreconditionFailedError', stale instanceof sdk.PreconditionFailedError)
  const changed = await frontdesk.cases.updateWith(caseId, ({ description }) => ({ description: `${description}!` }))
  check('a case is read, changed and written', changed.description === 'Broken kiosk!')
}

const bytes = new Uint8Array(300_000).map((_, index) => (index * 7) % 256)

const isWhole = (progress: number[], total: number) =>
  progress[0] === 0 &&
  progress.at(-1) === total &&
  progress.every((loaded, index) => loaded >= (progress[index - 1] ?? 0))

async function uploads(run: Run, caseId: string) {
  const { frontdesk, check } = run
  const progress: number[] = []
  const file = new File([bytes], 'photo.png', { type: 'image/png' })
  const { key } = await frontdesk.cases.upload(caseId, file, { onProgress: ({ loaded }) => progress.push(loaded) })
  check('an upload tells its progress', isWhole(progress, bytes.length))
  const [uploaded] = await frontdesk.cases.listFiles(caseId).toArray({ max: 10 })
  check(
    'the file has its name and type',
    uploaded?.key === key && uploaded.fileName === 'photo.png' && uploaded.contentType === 'image/png',
  )
  check('the bytes are the same', await isStored(run, uploaded?.downloadUrl))

  const stopping = new AbortController()
  const stopped = frontdesk.cases.upload(caseId, file, { signal: stopping.signal, onProgress: () => stopping.abort() })
  const isAborted = ((await failure(stopped)) as Error).name === 'AbortError'
  check(
    'an aborted upload stores nothing',
    isAborted && (await frontdesk.cases.listFiles(caseId).toArray()).length === 1,
  )
}

async function isStored({ credentials }: Run, url = '') {
  // Safe cast: the answers of a whole fetch have their bytes, and so have those of the libraries.
  const download = (credentials.fetch ?? fetch) as (url: string, init: RequestInit) => Promise<Response>
  const back = new Uint8Array(await (await download(url, {})).arrayBuffer())
  return back.length === bytes.length && back.every((byte, index) => byte === bytes[index])
}

/** A case of its own, so that the pages of the other one stay as they are. */
async function streams(run: Run) {
  const { frontdesk, unique, check } = run
  const { caseId } = await frontdesk.cases.create({ description: `Files of ${unique}` })
  const progress: number[] = []
  const options = { contentLength: bytes.length, onProgress: ({ loaded }: Sdk.Progress) => progress.push(loaded) }
  await frontdesk.cases.upload(caseId, streamed(), { ...options, fileName: 'streamed' })
  const [stored] = await frontdesk.cases.listFiles(caseId).toArray()
  check(
    'a stream is stored as it is, with its progress',
    isWhole(progress, bytes.length) && (await isStored(run, stored?.downloadUrl)),
  )

  progress.length = 0
  await frontdesk.cases.upload(caseId, new Blob([]), { fileName: 'empty', onProgress: options.onProgress })
  const files = await frontdesk.cases.listFiles(caseId).toArray()
  const empty = files.find(({ fileName }) => fileName === 'empty')
  check(
    'an empty file with progress stores nothing but itself',
    isWhole(progress, 0) && files.length === 2 && empty?.size === 0,
  )
}

/** Storages that store nothing. */
async function storages({ sdk, surroundings: { flaky }, credentials, unique, check }: Run) {
  const upload = (manner: string, onProgress?: () => void) => {
    const baseUrl = `${flaky}/${manner}/${unique}`
    const { cases } = sdk.createFrontdesk({ baseUrl, ...credentials, maxRetries: 1 })
    return failure(cases.upload('a-case', new File([bytes], 'photo.png'), { onProgress }))
  }
  // Pages of browsers send a file with progress in another way.
  const ways = [undefined, () => undefined]
  const all = async (manner: string) => Promise.all(ways.map((onProgress) => upload(manner, onProgress)))
  const isQuoted = (error: unknown) => /5e4f3a2b/.test(`${String(error)} ${String((error as Sdk.ProblemError).body)}`)
  check(
    'a refusal of the storage shows nothing of the URL that it quotes',
    (await all('storage-quotes')).every((error) => error instanceof sdk.ForbiddenError && !isQuoted(error)),
  )
  check(
    'an upload follows no redirect, and takes no page for the storage',
    (await all('storage-moves')).every((error) => String(error).includes('upload met a redirect')) &&
      (await all('storage-is-a-page')).every((error) => error instanceof sdk.ConnectionError),
  )
  const stream = failure(
    sdk
      .createFrontdesk({ baseUrl: `${flaky}/storage-takes/${unique}`, ...credentials })
      .cases.upload('a-case', streamed(), { contentLength: bytes.length - 1 }),
  )
  check('a stream that is too long is refused', String(await stream).includes('contentLength'))
}

/** A stream of the platform; parts where it has none. */
const streamed = () =>
  'stream' in Blob.prototype && 'ReadableStream' in globalThis ? new Blob([bytes]).stream() : parts()

async function* parts() {
  for (let start = 0; start < bytes.length; start += 70_000) {
    yield await Promise.resolve(bytes.subarray(start, start + 70_000))
  }
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
  const { status } = await frontdesk.customers.put(customer).withResponse()
  const isThere = status === 201 && (await frontdesk.customers.get(customer)).exists
  await frontdesk.customers.delete(customer)
  const isGone = !(await frontdesk.customers.get(customer)).exists
  check('a customer is registered, and is deleted', isThere && isGone)
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

/** The assistant's answer while it is written. */
async function events({ sdk, surroundings: { url }, credentials: { fetch }, frontdesk, check }: Run) {
  const message = 'How do I create a case?'
  const types: string[] = []
  let text = ''
  for await (const event of frontdesk.chat.stream({ message })) {
    types.push(event.type)
    if (event.type === 'text') text += event.text
  }
  const isEnded = types.length > 2 && types.indexOf('done') === types.length - 1
  const whole = await frontdesk.chat.stream({ message }).text()
  check('events come up to the last one, and their text is the whole', isEnded && text === whole)
  const controller = new AbortController()
  const stopped = (async () => {
    for await (const { type } of frontdesk.chat.stream({ message }, { signal: controller.signal }))
      if (type === 'text') controller.abort()
  })()
  check('an abort ends a stream', ((await failure(stopped)) as Error).name === 'AbortError')
  const stranger = sdk.createFrontdesk({ baseUrl: url, token: 'nobody', fetch })
  const refused = await failure(stranger.chat.stream({ message }).text())
  check('a failure before the first event is its error', refused instanceof sdk.UnauthenticatedError)
}

async function problems(
  { sdk, surroundings: { url }, credentials: { fetch }, frontdesk, unique, check }: Run,
  caseId: string,
) {
  const invalid = await failure(frontdesk.cases.create({ description: '' }))
  check(
    'a BadRequestError names the place',
    invalid instanceof sdk.BadRequestError && invalid.errors[0]?.pointer === '/description',
  )
  const unknown = await failure(frontdesk.cases.get('00000000-0000-4000-8000-000000000000'))
  check(
    'an unknown case is a NotFoundError, and the compiler knows its status',
    unknown instanceof sdk.NotFoundError && sdk.isProblemOf('getCase', unknown) && unknown.status === 404,
  )
  const stranger = sdk.createFrontdesk({ baseUrl: url, token: 'nobody', fetch })
  check(
    'a bad token is an UnauthenticatedError',
    (await failure(stranger.cases.get(caseId))) instanceof sdk.UnauthenticatedError,
  )
  const noKey = await failure(stranger.customers.get(`c-${unique}`))
  check('no key is a ForbiddenError', noKey instanceof sdk.ForbiddenError)
}

async function tokens({ sdk, surroundings: { url, token }, credentials: { fetch }, unique, check }: Run) {
  const rejections: (string | undefined)[] = []
  const source = ({ rejected }: { rejected: string | undefined }) => {
    rejections.push(rejected)
    return rejected === undefined ? 'expired' : token
  }
  const { cases } = sdk.createFrontdesk({ baseUrl: url, token: source, fetch })
  const create = () => cases.create({ description: `By key ${unique}` }, { idempotencyKey: `key ${unique}` })
  const first = await create()
  check('a refused token is replaced once', rejections.join() === ',expired')
  check('one idempotency key creates one case', (await create()).caseId === first.caseId)
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
  const { data, replayed } = await once.cases.create({ description: `once ${unique}` }).withResponse()
  const all = await frontdesk.cases.list({ limit: 100 }).toArray({ max: 500 })
  const made = all.filter(({ description }) => description === `once ${unique}`)
  check(
    'three attempts create one case, and the third one finds it',
    made.length === 1 && made[0]?.caseId === data.caseId && replayed,
  )
}

async function connections({ sdk, surroundings, credentials, unique, check }: Run, caseId: string) {
  const { url, flaky, token } = surroundings
  const { fetch } = credentials
  const moved = sdk.createFrontdesk({ baseUrl: `${flaky}/redirects/${unique}`, ...credentials })
  check('a redirect is refused', String(await failure(moved.cases.get(caseId))).includes('redirect'))
  const silent = sdk.createFrontdesk({ baseUrl: `${flaky}/silent/${unique}`, ...credentials, maxRetries: 0 })
  const late = await failure(silent.cases.get(caseId, { attemptTimeout: 200 }))
  check('no answer in time is a TimeoutError', late instanceof sdk.TimeoutError)
  const controller = new AbortController()
  const aborted = failure(silent.cases.get(caseId, { signal: controller.signal }))
  setTimeout(() => controller.abort(), 50)
  check('an abort is an AbortError', ((await aborted) as Error).name === 'AbortError')
  const nowhere = sdk.createFrontdesk({ baseUrl: 'http://127.0.0.1:9', token, fetch, maxRetries: 0 })
  check('no service is a ConnectionError', (await failure(nowhere.cases.get(caseId))) instanceof sdk.ConnectionError)

  const { cases, createClient } = sdk
  let told: string | undefined
  const alone = createClient({ baseUrl: url, token }).withOptions({
    fetch: (address, init) => {
      told = init.headers['x-frontdesk-client']
      return (fetch ?? globalThis.fetch)(address, init)
    },
  })
  check(
    'one resource can be had alone, and names its platform outside browsers',
    (await cases(alone).get(caseId)).caseId === caseId && isName(told),
  )
}

function isName(told: string | undefined): boolean {
  // Safe cast: Node 20 has no navigator.
  const { navigator } = globalThis as { navigator?: Partial<Navigator> }
  const isBrowser = navigator?.userAgent?.startsWith('Mozilla') ?? false
  const platform = /^frontdesk-client-sdk\/\S+ (Node\.js|Deno|Bun|Cloudflare-Workers|ReactNative)\b/
  return isBrowser ? told === undefined : platform.test(told ?? '')
}
