// A new row of a table has the place of its operation in the contract: other tests compare the order.
import { expect, test } from 'vitest'
import { fieldsOf, filteredBy, usualFields } from './fields.ts'
import { rowAfter, tableEdits } from './tables.ts'
import { wordsOf } from './words.ts'

const words = wordsOf('tickets')
const scopes = { read: 'acme/read', write: 'acme/write' }
const fields = filteredBy(fieldsOf(usualFields, words.id), undefined)
const edits = tableEdits({ words, access: 'user', ...fields, scopes, takenConstants: new Set() })

test('its paths follow those of other resources, also of one whose name begins like a path of the machinery', () => {
  const contract = `tags:
  - name: system
paths:
  /status-reports: { $ref: 'status-reports.yaml#/paths/~1status-reports' }
  /chat-rooms: { $ref: 'chat-rooms.yaml#/paths/~1chat-rooms' }
  /chat: { $ref: 'chat.yaml#/paths/~1chat' }
  /status: { $ref: 'system.yaml#/paths/~1status' }
components: {}
`
  const edited = edits['spec/openapi.yaml']?.(contract) ?? ''
  expect([...edited.matchAll(/^ {2}(\/\S*):/gm)].map(([, path]) => path)).toEqual([
    '/status-reports',
    '/chat-rooms',
    '/tickets',
    '/tickets/{ticketId}',
    '/chat',
    '/status',
  ])
})

test('its tag gets a group, before that of the machinery, where the contract has groups', () => {
  const contract = (groups: string) =>
    `tags:\n  - name: system\n${groups}paths:\n  /status: { $ref: 'system.yaml#/paths/~1status' }\n`
  const edit = (groups: string) => edits['spec/openapi.yaml']?.(contract(groups)) ?? ''
  const notes = '  - { name: Notes, tags: [notes] }\n'
  const assistant = '  - { name: Assistant, tags: [chat, mcp] }\n'
  const group = '  - { name: Tickets, tags: [tickets] }\n'
  expect(edit(`x-tagGroups:\n${notes}${assistant}`)).toContain(`x-tagGroups:\n${notes}${group}${assistant}paths:\n`)
  expect(edit(`x-tagGroups:\n${notes}`)).toContain(`x-tagGroups:\n${notes}${group}paths:\n`)
  expect(edit('')).not.toContain('x-tagGroups')
})

test.each([
  ['user', true],
  ['anyone', true],
  ['api-key', false],
] as const)('a table of a resource for %s: the assistant of a stream may read it: %s', (access, mayRead) => {
  const path = 'server/repositories/tables.ts'
  const edit = tableEdits({ words, access, ...fields, scopes, takenConstants: new Set() })[path]
  const edited = edit?.(`export const tables = {\n  notes: {\n    environmentVariable: 'NOTES',\n  },\n}\n`) ?? ''
  expect(edited).toContain("environmentVariable: 'TICKETS_TABLE'")
  expect(edited.includes("stream: ['GetItem', 'Query']")).toBe(mayRead)
})

const table = (...ids: string[]) => ids.map((id) => `| \`${id}\` | |\n`).join('')
test.each([
  ['the last of its resource', 'deleteTicket', ['getTicket', 'deleteTicket', 'closeTicket', 'getNote', 'chat']],
  ['one within its resource', 'getTicket', ['getTicket', 'closeTicket', 'deleteTicket', 'getNote', 'chat']],
  ['none that has a row', 'getUser', ['getTicket', 'deleteTicket', 'getNote', 'closeTicket', 'chat']],
  ['none', undefined, ['getTicket', 'deleteTicket', 'getNote', 'closeTicket', 'chat']],
])('the row of an operation after %s', (_, previous, expected) => {
  const text = `\n${table('getTicket', 'deleteTicket', 'getNote', 'chat')}`
  const edited = rowAfter(text, previous, ['closeTicket', ''], 'a page')
  expect([...edited.matchAll(/`(\w+)`/g)].map(([, id]) => id)).toEqual(expected)
})
