// Resources of every kind are added to a copy of the project: it compiles, and the rules of the contract find nothing.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../../testing/project-copy.ts'
import { compile } from '../../../testing/removal.ts'
import { scopesOf } from './access.ts'
import { settle, writeResource } from './add.ts'
import { fieldsOf, filteredBy, usualFields } from './fields.ts'
import { writeOperation } from './operation.ts'
import { constantsOf } from './resource-command.ts'
import type { Access } from './resource.ts'
import { wordsOf } from './words.ts'

let project: ProjectCopy
beforeAll(async () => {
  project = await copyProject()
  // The stages take half a minute. The long test synthesizes them.
  await rm(join(project.root, 'infra/golden'), { recursive: true })
})
afterAll(() => project.close())

function add(name: string, access: Access, fields: string, listBy?: string) {
  const words = wordsOf(name)
  const { root } = project
  const constants = { scopes: scopesOf(root), takenConstants: constantsOf(root) }
  return writeResource(root, { words, access, ...filteredBy(fieldsOf(fields, words.id), listBy), ...constants })
}

const everyType =
  'title:string,priority:enum(low,in_progress),note:text?,size:integer,weight:number?,urgent:boolean,due:date'

/** Names that the generated code has too, or that mean something in a program. */
const likeOthers =
  'id:string,list:string,input:text?,items:string?,class:string,default:boolean?,body:string?,status:date?'

test('resources and operations of every kind compile, and keep the rules', { timeout: 600_000 }, async () => {
  const written = [
    ...(await add('tickets', 'user', usualFields)),
    ...(await add('work-orders', 'api-key', everyType)),
    ...(await add('parcels', 'anyone', 'label:string,size:enum(small,large)?', 'label')),
    ...(await add('boxes', 'user', 'count:integer?')),
    ...(await add('level2-items', 'anyone', likeOthers, 'list')),
  ]
  const paths = ['/tickets', '/tickets/{ticketId}']
  const tickets = { name: 'tickets', property: 'tickets', operationIds: [], operations: [], paths, schemas: [] }
  const item = { schema: 'Ticket', id: 'ticketId', property: 'tickets', example: {} }
  const common = { resource: tickets, access: 'user' as const, scopes: scopesOf(project.root), item }
  for (const [id, method, path] of [
    ['closeTicket', 'post', '/tickets/{ticketId}/close'],
    ['getTicketHistory', 'get', '/tickets/{ticketId}/history'],
    ['reopenTicket', 'delete', '/tickets/{ticketId}/close'],
  ] as const) {
    written.push(...(await writeOperation(project.root, { id, method, path, ...common })))
  }
  await settle(project.root, [...new Set(written)], () => undefined)

  const [compiled, linted, formatted] = await Promise.all([
    compile(project, '.'),
    project.run(process.execPath, 'node_modules/@redocly/cli/bin/cli.js', 'lint'),
    project.run(process.execPath, 'node_modules/prettier/bin/prettier.cjs', '--check', 'spec', 'server', 'docs'),
  ])
  expect(compiled.stdout).toBe('')
  expect(linted.exitCode, linted.stdout + linted.stderr).toBe(0)
  expect(formatted.exitCode, formatted.stderr).toBe(0)
  expect(await project.read('generated/mcp.json')).toMatch(/createTicket[^]*listParcels/)
  expect(await project.read('generated/mcp.json')).not.toContain('createWorkOrder')
  expect(await project.read('generated/api-gateway.json')).toContain('/work-orders/{workOrderId}')
  expect(await project.read('server/repositories/tables.ts')).toContain("environmentVariable: 'WORK_ORDERS_TABLE'")
})
