// updateWith: read an item, and write it on the condition that nobody else wrote in between.
import type { Model } from '../../model.ts'
import { arrow, call, parameters } from '../../typescript/syntax.ts'
import type { CombinedMethod } from '../combined-methods.ts'
import { errorNameOf } from '../error-names.ts'
import type { Method } from '../facade.ts'
import { accessOf } from '../sample.ts'

/** For an item that is read with its ETag, and written on the condition that it still has this ETag. */
export function updateWith(model: Model, write: Method, methods: Method[]): CombinedMethod[] {
  const { operation, headers, body, data, name, path } = write
  const read = methods.find((method) => method.operation.path === operation.path && method.operation.method === 'get')
  const answer = read?.operation.answers.find(({ status }) => status === 200)
  const hasETag = answer?.headers.some((header) => header.name === 'ETag') ?? false
  const isUpdate =
    ['put', 'patch'].includes(operation.method) && headers.includes('ifMatch') && body?.media.kind === 'json'
  if (!isUpdate || !read || !hasETag || read.name === undefined || name === undefined) return []
  // The two calls take nothing but the ids, the body and options, and give the same item.
  const isPlain = [read, write].every(
    ({ query, headerParameters, cookies }) => ![query, headerParameters, cookies].some(({ length }) => length > 0),
  )
  if (!isPlain || read.data !== data) return []
  const ids = path.map((id) => id.variable)
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
        ...path.map((id) => `@param ${id.variable} - ${id.description}`),
        '@param change - Gives the members to change, or `undefined` to leave the item as it is. May be called again.',
        '@returns The item as it is now.',
        `@throws {@link ${errorNameOf(model, 412)}} (412) when it was changed again and again, and all that \`get\` and \`update\` throw.`,
      ].join('\n'),
      parameters: [
        ...path.map((id) => `${id.variable}: ${id.type}`),
        ['change: ', parameters([`current: ${data}`]), ` => ${own} | Promise<${own}>`],
        'options?: UpdateWithOptions',
      ],
      result: `Promise<${data}>`,
      implementation: arrow({
        parameters: parameters([...ids, 'change', 'options']),
        body: call('updateWith', [
          'client',
          arrow({ parameters: '(settings)', body: call(`resource${accessOf(read.name)}`, [...ids, 'settings']) }),
          arrow({
            parameters: `(patch: ${body.type}, settings)`,
            body: call(`resource${accessOf(name)}`, [...ids, 'patch', 'settings']),
          }),
          'change',
          'options',
        ]),
      }),
    },
  ]
}
