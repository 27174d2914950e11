// updateWith reads, changes and writes, and starts again after a conflict, a bounded number of times.
import { expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { FrontdeskError, PreconditionFailedError } from './index.ts'

const read = (version: number): Reaction => ({
  status: 200,
  headers: { etag: `"${version}"` },
  body: { ...aCase, description: `version ${version}` },
})

test('an item that changed in between is read again, and the change applies to the new version', async () => {
  await using server = await startServer([read(1), problem(412), read(2), read(3)])
  const changed = await impatient(server.url).cases.updateWith('c', ({ description }) => ({
    description: `${description}!`,
  }))
  expect(changed.description).toBe('version 3')
  const writes = server.received.filter(({ method }) => method === 'PUT')
  expect(writes.map(({ headers, body }) => [headers['if-match'], String(body)])).toEqual([
    ['"1"', '{"description":"version 1!"}'],
    ['"2"', '{"description":"version 2!"}'],
  ])
})

test('it gives up after maxConflicts, 3 by default', async () => {
  await using server = await startServer(({ method }) => (method === 'PUT' ? problem(412) : read(1)))
  const { cases } = impatient(server.url)
  expect(await failure(cases.updateWith('c', () => ({ status: 'closed' })))).toBeInstanceOf(PreconditionFailedError)
  expect(server.received).toHaveLength(8)
  await failure(cases.updateWith('c', () => ({ status: 'closed' }), { maxConflicts: 0 }))
  expect(server.received).toHaveLength(10)
})

test('undefined leaves the item as it is, and another failure than 412 ends it', async () => {
  await using server = await startServer([read(1)])
  const { cases } = impatient(server.url)
  expect(await cases.updateWith('c', async () => Promise.resolve(undefined))).toMatchObject({
    description: 'version 1',
  })
  expect(server.received).toHaveLength(1)
  const thrown = failure(cases.updateWith('c', () => Promise.reject(new Error('no'))))
  expect(await thrown).toMatchObject({ message: 'no' })
})

test('an item without an ETag is not written, because that would overwrite changes of others', async () => {
  await using server = await startServer([{ status: 200, body: aCase }])
  expect(await failure(impatient(server.url).cases.updateWith('c', () => ({ status: 'closed' })))).toBeInstanceOf(
    FrontdeskError,
  )
  expect(server.received).toHaveLength(1)
})
