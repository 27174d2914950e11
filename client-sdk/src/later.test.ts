// The parts that are loaded with their first use: each is one file, and a bundle has it only where something needs it.
import { build } from 'esbuild'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { failure } from '../testing/impatient.ts'
import { ConnectionError } from './index.ts'
import { loaded } from './later.ts'

/** The files of a bundle with code splitting: each with its modules, and with the files that it imports. */
async function filesOf(contents: string) {
  const { metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: import.meta.dirname,
    write: false,
    metafile: true,
  })
  return Object.values(metafile.outputs).map(({ inputs, imports, entryPoint = '' }) => ({
    entry: basename(entryPoint),
    modules: Object.keys(inputs).map((path) => basename(path)),
    imports: imports.map(({ kind }) => kind),
  }))
}

test('the client is a file, and so are the parts, which import nothing', async () => {
  const files = await filesOf(
    "export * from './client.ts'; export * from './upload.ts'; export * from './event-stream.ts'",
  )
  const [main, ...parts] = files.sort(({ entry }) => (entry === '<stdin>' ? -1 : 1))
  expect(main?.imports).toEqual(['dynamic-import', 'dynamic-import'])
  expect(main?.modules).not.toContain('send-file.ts')
  expect(main?.modules).not.toContain('event-text.ts')
  expect(parts.map(({ entry }) => entry).sort()).toEqual(['read-events.ts', 'uploading.ts'])
  // A part that imported a module of the core would take it out of the main file, into a third one.
  expect(parts.flatMap(({ imports }) => imports)).toEqual([])
})

test('the client alone loads no parts, and has nothing for them', async () => {
  const [main] = (await filesOf("export { createClient } from './index.ts'")).filter(({ entry }) => entry === '<stdin>')
  expect(main?.imports).toEqual([])
  expect(main?.modules).not.toContain('later.ts')
})

test('a part that cannot be loaded is a ConnectionError that names the call, its place and the reason', async () => {
  function theCaller() {
    return loaded(
      new Error('upload'),
      Promise.reject(new TypeError('Failed to fetch: https://cdn.test/a.js?key=secret')),
    )
  }
  const error = (await failure(theCaller())) as ConnectionError
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({ operation: 'upload', cause: expect.any(TypeError) as TypeError })
  expect(error.message).toBe('upload could not be loaded: Failed to fetch: https://cdn.test/a.js?…')
  expect(error.stack).toMatch(/^ConnectionError: upload could not be loaded[^]*theCaller/)
})
