// The methods that several operations together make possible: updateWith, upload, submitAndWait.
import type { Model } from '../model.ts'
import { print, type Doc } from '../typescript/print.ts'
import { array, arrow, call, member, object, parameters, quote } from '../typescript/syntax.ts'
import { errorNameOf } from './error-names.ts'
import { capitalize, type Method, type Resource } from './facade.ts'
import { exampleBody, exampleOf, target } from './sample.ts'

export type Helper = {
  name: string
  /** The module of the SDK's runtime, and the names that are imported from it. */
  module: string
  imports: string[]
  /** Types of the contract that the signature names. */
  models: string[]
  doc: string
  parameters: Doc[]
  result: string
  implementation: Doc
}

export function helpersOf(model: Model, { methods }: Resource): Helper[] {
  return methods.flatMap((method) => [
    ...updateWith(model, method, methods),
    ...upload(model, method),
    ...startAndWait(model, method, methods),
  ])
}

/** The declaration of the helper on one line. */
export const signatureOf = ({ name, parameters, result }: Helper): string =>
  print(
    [name, '(', parameters.map((parameter, index) => (index === 0 ? parameter : [', ', parameter])), `): ${result}`],
    Infinity,
  )

/** Where an item can be read with its ETag and written on the condition that it still has this ETag. */
function updateWith(model: Model, write: Method, methods: Method[]): Helper[] {
  const { operation, headers, body, data, name = '', path } = write
  const read = methods.find((method) => method.operation.path === operation.path && method.operation.method === 'get')
  const answer = read?.operation.answers.find(({ status }) => status === 200)
  const hasETag = answer?.headers.some((header) => header.name === 'ETag') ?? false
  if (operation.method !== 'put' || !headers.includes('ifMatch') || !body || !read || !hasETag) return []
  const ids = path.map((id) => id.name)
  const own = `${body.type} | undefined`
  return [
    {
      name: `${name}With`,
      module: 'update-with.ts',
      imports: ['updateWith', 'type UpdateWithOptions'],
      models: [],
      doc: [
        'Reads the item, lets `change` say what to change, and writes that on the condition that nobody else wrote in between. When somebody did, it begins again, at most `maxConflicts` times (3).',
        '',
        ...path.map((id) => `@param ${id.name} - ${id.description}`),
        '@param change - Gives the members to change, or `undefined` to leave the item as it is. May be called again.',
        '@returns The item as it is now.',
        `@throws {@link ${errorNameOf(model, 412)}} (412) when it was changed again and again, and all that \`get\` and \`update\` throw.`,
      ].join('\n'),
      parameters: [
        ...ids.map((id) => `${id}: string`),
        ['change: ', parameters([`current: ${data}`]), ` => ${own} | Promise<${own}>`],
        'options?: UpdateWithOptions',
      ],
      result: `Promise<${data}>`,
      implementation: arrow({
        parameters: parameters([...ids, 'change', 'options']),
        body: call('updateWith', [
          arrow({ parameters: '(settings)', body: call(`resource.${read.name ?? ''}`, [...ids, 'settings']) }),
          arrow({
            parameters: `(patch: ${body.type}, settings)`,
            body: call(`resource.${name}`, [...ids, 'patch', 'settings']),
          }),
          'change',
          'options',
        ]),
      }),
    },
  ]
}

/** Where `x-sdk: { upload: true }` says that the operation gives a presigned URL. */
function upload(model: Model, method: Method): Helper[] {
  const { operation, resource, name = '', path } = method
  if (operation.sdk.upload !== true) return []
  const ids = path.map((id) => id.name)
  const given = [...ids, 'file', '{ onProgress: ({ loaded, total }) => show(loaded / total) }']
  return [
    {
      name: 'upload',
      module: 'upload.ts',
      imports: ['upload', 'type UploadedFile', 'type UploadOptions', 'type UploadSource'],
      models: [],
      doc: [
        'Uploads a file to the presigned URL that it asks for first, in browsers and in Node. When the URL has expired or the connection breaks, it is sent again to a fresh one; a stream, which can be read only once, is not.',
        '',
        ...path.map((id) => `@param ${id.name} - ${id.description}`),
        '@param file - A File, Blob, Buffer or other bytes; or a stream, with `contentLength`.',
        '@param options - Name, type, `onProgress`, `signal`, times in milliseconds.',
        '@returns The key under which the file is kept, its length in bytes, and its type.',
        '@throws {@link ProblemError} all that asking for the URL throws, and what the storage answers.',
        '@example',
        '```ts',
        exampleOf('const { key } = await ', target(model, { resource, name: 'upload' }), given),
        '```',
      ].join('\n'),
      parameters: [...ids.map((id) => `${id}: string`), 'file: UploadSource', 'options?: UploadOptions'],
      result: 'Promise<UploadedFile>',
      implementation: arrow({
        parameters: parameters([...ids, 'file', 'options']),
        body: call('upload', [
          'client',
          arrow({
            parameters: '(query, settings)',
            body: call(`resource.${name}`, [...ids, 'query', 'settings']),
          }),
          'file',
          'options',
        ]),
      }),
    },
  ]
}

/** Where `x-sdk: { wait }` names the operation that tells the state of what was started. */
function startAndWait(model: Model, start: Method, methods: Method[]): Helper[] {
  const { wait } = start.operation.sdk
  if (!wait) return []
  const ask = methods.find(({ operation }) => operation.operationId === wait.operation)
  if (!ask || !start.body) throw new Error(`${start.operation.operationId}: x-sdk.wait names no operation of its tag`)
  const { resource, name = '', body, data } = start
  const [id] = ask.path
  const answer = ask.operation.answers.find(({ status }) => status === 200)
  const members = Object.keys(answer?.json?.schema?.properties ?? {})
  const listed = members.map((member) => `\`${member}\``).join(', ')
  const given = [...exampleBody(start), '{ timeout: 60_000 }']
  return [
    {
      name: `${name}AndWait`,
      module: 'poll.ts',
      imports: ['startAndWait', 'type WaitOptions'],
      models: [ask.data],
      doc: [
        `${start.operation.summary || capitalize(name)}, and wait until it is done, asking as often as \`Retry-After\` says.`,
        `How it ended is an answer, not an error: look at \`${wait.member}\`.`,
        '',
        `@param body - ${body.description}`,
        '@param options - `timeout` in all in milliseconds (120,000), `onState`, `signal`, `idempotencyKey`.',
        `@returns Resolves to the {@link ${ask.data}} as \`${ask.name ?? ''}\` gives it once its \`${wait.member}\` is no longer \`${wait.while}\`: ${listed}.`,
        `@throws {@link TimeoutError} when it is not done in time. It goes on, as after every failure of the waiting. The error has its \`${id?.name ?? ''}\`, with which \`${ask.name ?? ''}\` asks again.`,
        '@example',
        '```ts',
        exampleOf(
          `const { ${wait.member}, ${id?.name ?? ''} } = await `,
          target(model, { resource, name: `${name}AndWait` }),
          given,
        ),
        '```',
      ].join('\n'),
      parameters: [`body: ${body.type}`, `options?: WaitOptions<${ask.data}>`],
      result: `Promise<${ask.data}>`,
      implementation: arrow({
        parameters: '(body, options)',
        body: call('startAndWait', [
          object([
            member('name', quote(`${name}AndWait`)),
            member('ids', array(ask.path.map((id) => quote(id.name)))),
            member('start', arrow({ parameters: '(settings)', body: call(`resource.${name}`, ['body', 'settings']) })),
            member(
              'ask',
              arrow({
                parameters: `(started: ${data}, settings)`,
                body: call(`resource.${ask.name ?? ''}`, [...ask.path.map((id) => `started.${id.name}`), 'settings']),
              }),
            ),
            member(
              'isRunning',
              arrow({ parameters: `({ ${wait.member} })`, body: `${wait.member} === '${wait.while}'` }),
            ),
          ]),
          'options',
        ]),
      }),
    },
  ]
}
