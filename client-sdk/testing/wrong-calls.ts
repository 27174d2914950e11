// Calls that must not compile, each next to a call that must. The compiler reports an expectation without an error.
import { createFrontdesk, isProblemOf, type ProblemOf } from '@frontdesk/client-sdk'

const frontdesk = createFrontdesk({ baseUrl: 'http://localhost:3000' })

export async function wrongCalls() {
  await frontdesk.cases.create({ description: 'x' })
  // @ts-expect-error a missing field
  await frontdesk.cases.create({ metadata: {} })
  // @ts-expect-error an unknown member
  await frontdesk.cases.create({ description: 'x', priority: 1 })
  // @ts-expect-error a value that is none of the enum
  await frontdesk.cases.update('c', { status: 'done' })
  // @ts-expect-error a filter of another list
  frontdesk.cases.list({ category: 'kiosks' })
  // @ts-expect-error a missing id
  await frontdesk.cases.get()
  // @ts-expect-error cases cannot be deleted
  await frontdesk.cases.delete('c')
  // @ts-expect-error chat is called itself
  await frontdesk.chat.create({ message: 'x' })
  const { proposals } = await frontdesk.chat({ message: 'x' })
  for (const proposal of proposals) {
    if (proposal.operationId !== 'updateEvent') continue
    const { eventId, ...changes } = proposal.arguments
    await frontdesk.events.update(eventId, changes)
    // @ts-expect-error an argument of another operation
    void proposal.arguments.caseId
  }
  // @ts-expect-error a read is never proposed
  void proposals.find(({ operationId }) => operationId === 'listCases')
  // @ts-expect-error only creations take a key
  await frontdesk.cases.get('c', { idempotencyKey: 'k' })
  // @ts-expect-error a new item has no version
  await frontdesk.cases.create({ description: 'x' }, { ifMatch: '"1"' })

  const found = await frontdesk.cases.get('c')
  // @ts-expect-error a member that the answer has not
  void found.title
  const maybe = await frontdesk.cases.get('c', { ifNoneMatch: '"1"' })
  // @ts-expect-error not modified is no case
  void maybe.description
  for await (const file of frontdesk.cases.listFiles('c')) {
    // @ts-expect-error a file is no case
    void file.description
  }
  const { status } = await frontdesk.customers.put('c').withResponse()
  // @ts-expect-error put answers 200 or 201
  if (status === 204) return

  await frontdesk.request('GET', '/cases/{caseId}', { path: { caseId: 'c' } })
  // @ts-expect-error a path that does not exist
  await frontdesk.request('GET', '/case')
  // @ts-expect-error a method that the path has not
  await frontdesk.request('DELETE', '/cases')
  // @ts-expect-error a path without its parameters
  await frontdesk.request('GET', '/cases/{caseId}')
  // @ts-expect-error a list takes no key
  await frontdesk.request('GET', '/cases', { idempotencyKey: 'k' })
  // @ts-expect-error a body without what it needs
  await frontdesk.request('POST', '/cases', { body: {} })
}

export function wrongNarrowing(error: unknown) {
  if (isProblemOf('updateCase', error)) {
    if (error.status === 412) return error.detail
    // @ts-expect-error a status that updateCase cannot fail with
    if (error.status === 409) return error.detail
    if (error.type === '/docs/problems/precondition-failed') return error.title
    // @ts-expect-error a type of problem that the contract has not
    if (error.type === '/docs/problems/precondition-fialed') return error.title
    const [place] = error.errors
    // @ts-expect-error a place has pointer, parameter and detail
    void place?.path
  }
  // @ts-expect-error an operation that does not exist
  return isProblemOf('deleteCase', error)
}

// @ts-expect-error getCase knows no conflict
export const noConflict = (error: ProblemOf<'getCase'>): 409 => error.status
