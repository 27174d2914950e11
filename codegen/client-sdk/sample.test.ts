// The example calls on the docs page and in the editor, and the TSDoc around them.
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readModel } from '../read.ts'
import { comment } from '../typescript/comment.ts'
import { literal } from '../typescript/literal.ts'
import { print } from '../typescript/print.ts'
import { facadeOf } from './facade.ts'
import { sdkSample } from './sample.ts'
import { methodDoc } from './tsdoc.ts'

const model = await readModel()

test('a sample is a program', () => {
  expect(sdkSample(model, { operationId: 'updateCase' })).toBe(
    `import { createFrontdesk } from '@frontdesk/client-sdk'

const frontdesk = createFrontdesk({ baseUrl: 'http://localhost:3000', token: process.env.TOKEN })
const result = await frontdesk.cases.update('0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10', { status: 'resolved' })
console.log(result)`,
  )
})

test.each([
  ['listCases', "for await (const item of frontdesk.cases.list({ status: 'open', limit: 25 })) {"],
  ['putCustomer', "const result = await frontdesk.customers.put('c-1042')"],
  ['putCustomer', "createFrontdesk({ baseUrl: 'http://localhost:3000', apiKey: process.env.API_KEY })"],
  ['getOpenApi', "createFrontdesk({ baseUrl: 'http://localhost:3000' })"],
  ['chat', "await frontdesk.chat({ message: 'How do I add a photo to a case?' })"],
  ['deleteCustomer', "\nawait frontdesk.customers.delete('c-1042')"],
  ['getCaseUploadUrl', "{ type: 'application/pdf' }"],
])('%s shows %s', (operationId, call) => {
  expect(sdkSample(model, { operationId })).toContain(call)
})

test('an operation of no resource has none', () => {
  expect(sdkSample(model, { operationId: 'getNothing' })).toBeUndefined()
})

test.each<[unknown, string]>([
  ['it’s', "'it’s'"],
  ['it\'s "so" \\ \n', String.raw`'it\'s "so" \\ \n'`],
  [{ 'a-b': 1, c: [true, null, {}] }, "{ 'a-b': 1, c: [true, null, {}] }"],
  [{ text: 'x'.repeat(80) }, `{\n  text: '${'x'.repeat(80)}',\n}`],
])('%j is written as a person would', (value, source) => {
  expect(literal(value)).toBe(source)
  expect(runInThisContext(`(${source})`)).toEqual(value)
})

test('a text cannot end its comment', () => {
  expect(print(comment('one */ two'))).toBe('/** one *\\/ two */\n')
})

test('the doc of a method has its texts, its failures by class, and its example', () => {
  const update = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === 'updateCase')
  const doc = update ? methodDoc(model, update) : ''
  expect(doc).toContain('`metadata` is replaced as a whole.')
  expect(doc).toContain('@param body - The members to change, at least one.')
  expect(doc).toContain('@throws {@link PreconditionFailedError} (412) The item has changed since')
  expect(doc).toContain('milliseconds')
  expect(doc).toContain("frontdesk.cases.update('0d8b5c1e")
})
