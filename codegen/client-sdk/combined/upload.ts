// upload: ask for a presigned URL, and send a file to it.
import type { Model } from '../../model.ts'
import { arrow, call, parameters } from '../../typescript/syntax.ts'
import type { CombinedMethod } from '../combined-methods.ts'
import type { Method } from '../facade.ts'
import { exampleOf, target } from '../sample.ts'

/** For an operation with `x-sdk: { upload: true }`: it returns a presigned URL. */
export function upload(model: Model, method: Method): CombinedMethod[] {
  const { operation, resource, name = '', path } = method
  if (operation.sdk.upload !== true) return []
  const ids = path.map((id) => id.variable)
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
        ...path.map((id) => `@param ${id.variable} - ${id.description}`),
        '@param file - A File, Blob, Buffer or other bytes; or a stream, with `contentLength`.',
        '@param options - Name, type, `onProgress`, `signal`, times in milliseconds.',
        '@returns The key under which the file is kept, its length in bytes, and its type.',
        '@throws {@link ProblemError} all that asking for the URL throws, and what the storage answers.',
        '@example',
        '```ts',
        exampleOf('const { key } = await ', target(model, { resource, name: 'upload' }), given),
        '```',
      ].join('\n'),
      parameters: [...path.map((id) => `${id.variable}: ${id.type}`), 'file: UploadSource', 'options?: UploadOptions'],
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
