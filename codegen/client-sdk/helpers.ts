// The methods that several operations together make possible: updateWith, upload, submitAndWait.
import { resolve, type Contract, type Schema } from '../contract.ts'
import { capitalize, type Method, type Resource } from './facade.ts'

export type Helper = { import: string; models: string[]; doc: string; signature: string; implementation: string }

const runtime = '../../client-sdk/src'

export function helpersOf(contract: Contract, { methods }: Resource): Helper[] {
  return methods.flatMap((method) => [
    ...updateWith(contract, method, methods),
    ...upload(method),
    ...startAndWait(contract, method, methods),
  ])
}

/** Where an item can be read with its ETag and written on the condition that it still has it. */
function updateWith(contract: Contract, write: Method, methods: Method[]): Helper[] {
  const { operation, headers, body, data, name = '', path } = write
  const read = methods.find((one) => one.operation.path === operation.path && one.operation.method === 'get')
  const answer = read?.operation.responses['200']
  const hasETag = answer !== undefined && 'ETag' in (resolve(contract, answer).headers ?? {})
  if (operation.method !== 'put' || !headers.includes('ifMatch') || !body || !read || !hasETag) return []
  const ids = path.map((one) => one.name)
  const typed = ids.map((id) => `${id}: string`).join(', ')
  const passed = ids.join(', ')
  return [
    {
      import: `import { updateWith, type UpdateWithOptions } from '${runtime}/update-with.ts'`,
      models: [],
      doc: [
        'Reads the item, lets `change` say what to change, and writes that on the condition that nobody else wrote in',
        'between. When somebody did, it begins anew, at most `maxConflicts` times (3).',
        '',
        ...path.map((one) => `@param ${one.name} - ${one.description ?? ''}`),
        '@param change - Gives the members to change, or `undefined` to leave the item as it is. May be called again.',
        '@returns The item as it is now.',
        '@throws {@link PreconditionFailedError} (412) when it was changed again and again, and all that `get` and `update` throw.',
      ].join('\n'),
      signature: `${name}With(${typed}, change: (current: ${data}) => ${body.type} | undefined | Promise<${body.type} | undefined>, options?: UpdateWithOptions): Promise<${data}>`,
      implementation: `${name}With: (${passed}, change, options) => updateWith((one) => resource.${read.name ?? ''}(${passed}, one), (patch: ${body.type}, one) => resource.${name}(${passed}, patch, one), change, options)`,
    },
  ]
}

/** Where `x-sdk: { upload: true }` says that the operation gives a presigned URL. */
function upload({ operation, name = '', path }: Method): Helper[] {
  if (operation['x-sdk']?.upload !== true) return []
  const ids = path.map((one) => one.name)
  return [
    {
      import: `import { upload, type UploadedFile, type UploadOptions, type UploadSource } from '${runtime}/upload.ts'`,
      models: [],
      doc: [
        'Uploads a file to the presigned URL that it asks for first, in browsers and in Node. When the URL has expired',
        'or the connection breaks, it is sent again to a fresh one; a stream, which can be read only once, is not.',
        '',
        ...path.map((one) => `@param ${one.name} - ${one.description ?? ''}`),
        '@param file - A File, Blob, Buffer or other bytes; or a stream, with `contentLength`.',
        '@param options - Name, type, `onProgress`, `signal`, times in milliseconds.',
        '@returns The key under which the file is kept, its length in bytes, and its type.',
        '@throws {@link ProblemError} all that asking for the URL throws, and what the storage answers.',
        '@example',
        '```ts',
        'const { key } = await frontdesk.cases.upload(caseId, file, { onProgress: ({ loaded, total }) => show(loaded / total) })',
        '```',
      ].join('\n'),
      signature: `upload(${ids.map((id) => `${id}: string`).join(', ')}, file: UploadSource, options?: UploadOptions): Promise<UploadedFile>`,
      implementation: `upload: (${ids.join(', ')}, file, options) => upload(client, (query, one) => resource.${name}(${ids.join(', ')}, query, one), file, options)`,
    },
  ]
}

function answerOf(contract: Contract, { operation }: Method): Schema {
  const answer = operation.responses['200']
  const schema = answer && resolve(contract, answer).content?.['application/json']?.schema
  return schema ? resolve<Schema>(contract, schema) : {}
}

/** Where `x-sdk: { wait }` names the operation that says how what was started stands. */
function startAndWait(contract: Contract, start: Method, methods: Method[]): Helper[] {
  const wait = start.operation['x-sdk']?.wait
  if (!wait) return []
  const ask = methods.find(({ operation }) => operation.operationId === wait.operation)
  if (!ask || !start.body) throw new Error(`${start.operation.operationId}: x-sdk.wait names no operation of its tag`)
  const { name = '', body, data } = start
  const members = Object.keys(answerOf(contract, ask).properties ?? {})
    .map((member) => `\`${member}\``)
    .join(', ')
  const ids = ask.path.map((one) => `started.${one.name}`).join(', ')
  const names = ask.path.map((one) => `'${one.name}'`).join(', ')
  return [
    {
      import: `import { startAndWait, type WaitOptions } from '${runtime}/poll.ts'`,
      models: [ask.data],
      doc: [
        `${start.operation.summary ?? capitalize(name)}, and wait until it is done, asking as often as \`Retry-After\` says.`,
        `How it ended is an answer, not an error: look at \`${wait.member}\`.`,
        '',
        `@param body - ${body.description}`,
        '@param options - `timeout` in all in milliseconds (120,000), `onState`, `signal`, `idempotencyKey`.',
        `@returns Resolves to the {@link ${ask.data}} as \`${ask.name ?? ''}\` gives it once its \`${wait.member}\` is no longer \`${wait.while}\`: ${members}.`,
        '@throws {@link TimeoutError} when it is not done in time. It goes on, as after every failure of the waiting.',
        `The error has its \`executionId\`, with which \`${ask.name ?? ''}\` asks again.`,
        '@example',
        '```ts',
        "const { status, outcome, executionId } = await frontdesk.workflow.submitAndWait({ id: 'c-1042' }, { timeout: 60_000 })",
        '```',
      ].join('\n'),
      signature: `${name}AndWait(body: ${body.type}, options?: WaitOptions<${ask.data}>): Promise<${ask.data}>`,
      implementation: `${name}AndWait: (body, options) => startAndWait({ name: '${name}AndWait', ids: [${names}], start: (one) => resource.${name}(body, one), ask: (started: ${data}, one) => resource.${ask.name ?? ''}(${ids}, one), isRunning: ({ ${wait.member} }) => ${wait.member} === '${wait.while}' }, options)`,
    },
  ]
}
