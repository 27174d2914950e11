// What the Python package is told of the contract, and the words that it shares with the TypeScript SDK.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { facadeOf } from '../client-sdk/facade.ts'
import { modelOf } from '../model.ts'
import { readModel } from '../read.ts'
import { documentOf, factsOf } from './facts.ts'
import { manifestOf, packageNameOf } from './manifest.ts'
import { argumentName, snakeName } from './snake-name.ts'

const model = await readModel()

test('every method of the SDK is one of the package, under the same words', () => {
  const { resources } = factsOf(model)
  const facade = facadeOf(model)
  expect(resources.map(({ module }) => module)).toEqual(facade.map(({ name }) => snakeName(name)))
  expect(resources.flatMap(({ methods }) => methods.map(({ name }) => name))).toEqual(
    facade.flatMap(({ methods }) => methods.map(({ name }) => (name === undefined ? '__call__' : snakeName(name)))),
  )
  // A creation is repeated with its key, and a list is read by its pages.
  for (const { methods } of facade) {
    for (const { operation, repeat, items } of methods) {
      const found = resources
        .flatMap((resource) => resource.methods)
        .find((m) => m.operationId === operation.operationId)
      expect([found?.repeat, found?.items]).toEqual([repeat ?? null, items?.member])
    }
  }
})

test.each([
  ['getUploadUrl', 'get_upload_url'],
  ['list', 'list'],
  ['listV2Items', 'list_v2_items'],
  ['sample-data', 'sample_data'],
  ['import', 'import_'],
  ['None', 'none_'],
])('%s is %s', (name, snake) => expect(snakeName(name)).toBe(snake))

test('its errors are those that the contract names', async () => {
  const layer = await readFile(join(import.meta.dirname, 'layer/errors.py'), 'utf8')
  const classes = Object.fromEntries(
    [...layer.matchAll(/^ {4}(\d{3}): (\w+),$/gm)].map(([, status, name]) => [status, name]),
  )
  const { '5XX': others, ...named } = model.sdkErrors
  expect(classes).toEqual(named)
  expect(layer).toContain(`ServiceUnavailableError(${others ?? 'ServerError'})`)
})

test('its document has the operations of the SDK alone, each with an id', () => {
  const ids = Object.values(documentOf(model).paths).flatMap((item) =>
    Object.values(item ?? {}).flatMap((operation) =>
      typeof operation === 'object' && 'operationId' in operation ? [operation.operationId] : [],
    ),
  )
  const offered = model.operations.filter(({ sdk }) => !sdk.omit).map(({ operationId }) => operationId)
  expect(ids.toSorted()).toEqual(offered.toSorted())
})

test('another name is that of the package, its client and its errors', () => {
  const other = modelOf(model.document, 'Acme Desk')
  expect(factsOf(other)).toMatchObject({ client: 'AcmeDesk', error: 'AcmeDeskError' })
  expect(packageNameOf(other)).toBe('acme_desk_client')
  expect(manifestOf(other)).toContain('name = "acme-desk-client"')
})

test('a parameter with the name of an option gets an underscore, in the package and in the samples', async () => {
  const layer = await readFile(join(import.meta.dirname, 'layer/retries.py'), 'utf8')
  const [, options = ''] = /^class CallOptions.*?\n(.*?)^@/ms.exec(layer) ?? []
  const names = [...options.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name)
  expect(names).toContain('timeout')
  for (const name of names) expect(argumentName(name)).toBe(`${name}_`)
  expect(argumentName('maxRetries')).toBe('max_retries_')
  expect(argumentName('limit')).toBe('limit')
  expect(factsOf(model).taken).toEqual(expect.arrayContaining(names))
})
