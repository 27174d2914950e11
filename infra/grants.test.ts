// The code is granted the AWS actions that it calls, and no others: every operation and task runs and is recorded.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tools } from '../generated/assistant-tools.ts'
import { createDocuments } from '../server/repositories/documents.ts'
import { tables, type TableName } from '../server/repositories/tables.ts'
import { seeds } from '../server/sample-data/seeds.ts'
import { operations, type ContractOperation } from '../testing/contract-operations.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { createGoodRequests, unknownPath } from '../testing/good-requests.ts'
import { createGuardDependencies } from '../server/task-dependencies.ts'
import { largestFile } from '../server/services/case-files.ts'
import { createGuard } from '../server/uploads/guard.ts'
import type { Tasks } from '../server/workflow/tasks.ts'
import { model } from './model.ts'
import { codeGrants, fillerOf } from './testing/grants.ts'
import { asPrincipal, startRecorder, type Use } from './testing/recorder.ts'

const modelId = 'us.amazon.nova-lite-v1:0'
let uses: Use[]
let door: FrontDoor

const as = (principal: string, run: unknown) =>
  ((...args: unknown[]) => asPrincipal(principal, () => (run as (...args: unknown[]) => unknown)(...args))) as never

beforeAll(async () => {
  const recorder = startRecorder()
  uses = recorder.uses
  door = await openFrontDoor(
    { BEDROCK_MODEL_ID: modelId, ASSISTANT_QUOTA_REQUESTS: '1000' },
    {
      replaceTasks: (tasks: Tasks) => ({
        validateExists: as('WorkflowValidateExistsRole', tasks.validateExists),
        insertId: as('WorkflowInsertIdRole', tasks.insertId),
        logEvent: as('WorkflowLogEventRole', tasks.logEvent),
      }),
    },
  )
  await asPrincipal('ApiRole', () => driveOperations(recorder.recordUrl))
  await asPrincipal('StreamRole', () => driveReads(recorder.recordUrl))
  // The workflow runs in the background.
  await vi.waitUntil(() => uses.some(({ principal }) => principal === 'WorkflowInsertIdRole'), { timeout: 10_000 })
  for (const [name, { fill }] of Object.entries(seeds)) {
    const tableName = process.env[tables[name as TableName].environmentVariable] ?? ''
    await asPrincipal(`${fillerOf(name)}Role`, async () => {
      await fill({ documents: createDocuments(process.env), tableName }, 1)
      await fill({ documents: createDocuments(process.env), tableName }, 1)
    })
  }
  await asPrincipal('UploadGuardRole', () =>
    createGuard(createGuardDependencies()).removeTooLarge({
      detail: { object: { key: 'cases/1/2/large.bin', size: largestFile + 1 } },
    }),
  )
  recorder.stop()
})
afterAll(() => door.close())

const streams = new Set(
  model.operations.flatMap(({ operationId, answers }) =>
    answers.some(({ content }) => content.some(({ type }) => type === 'text/event-stream')) ? operationId : [],
  ),
)

/** A query for each filter of a list: each filter has an index of its own. */
function filtersOf({ parameters }: ContractOperation): string[] {
  const names = parameters.map(({ name }) => name)
  if (!names.includes('cursor')) return []
  return parameters.flatMap(({ in: place, name, schema, example }) =>
    place === 'query' && !['cursor', 'limit'].includes(name)
      ? `?${name}=${encodeURIComponent(String(example ?? schema.enum?.[0]))}`
      : [],
  )
}

/** The paths of items that are there. */
const readPaths = new Map<string, string>()

async function driveOperations(recordUrl: ReturnType<typeof startRecorder>['recordUrl']) {
  const good = createGoodRequests(door)
  for (const operation of operations.filter(({ operationId }) => !streams.has(operationId))) {
    const path = await good.freshPath(operation)
    readPaths.set(operation.operationId, path)
    const body = good.bodyFor(operation)
    const headers = operation.creates ? { 'idempotency-key': operation.operationId } : {}
    const first = await good.send(operation, { path, headers, body })
    expect(`${operation.operationId} ${first.status}`).toMatch(/ 2\d\d$/)
    // A repeat, an unknown item and a stale version: on these paths the code reads before it answers.
    await good.send(operation, { path, headers, body })
    await good.send(operation, { path: unknownPath(operation) })
    await good.send(operation, { path, headers: { 'if-match': '"stale-1"' } })
    for (const query of filtersOf(operation)) await good.send(operation, { path, query })
    if (operation.operationId !== 'getCaseUploadUrl') continue
    const { uploadUrl, headers: sent } = bodyOf(first) as { uploadUrl: string; headers: Record<string, string> }
    expect((await fetch(uploadUrl, { method: 'PUT', headers: sent, body: 'a file' })).status).toBe(200)
    recordUrl('ApiRole', 's3:PutObject', uploadUrl)
    const files = operations.find(({ operationId }) => operationId === 'listCaseFiles')
    if (!files) throw new Error('There is no listCaseFiles.')
    const listed = bodyOf(await good.send(files, { path: path.replace(/upload$/, 'files') }))
    const [{ downloadUrl } = { downloadUrl: '' }] = listed.files as { downloadUrl: string }[]
    expect((await fetch(downloadUrl)).status).toBe(200)
    recordUrl('ApiRole', 's3:GetObject', downloadUrl)
  }
}

/** The assistant reads what these operations answer, on the items of the others. */
async function driveReads(recordUrl: ReturnType<typeof startRecorder>['recordUrl']) {
  const good = createGoodRequests(door)
  const reads = new Set(Object.values(tools).flatMap(({ name, isRead }) => (isRead ? name : [])))
  for (const operation of operations.filter(({ operationId }) => streams.has(operationId) || reads.has(operationId))) {
    const path = readPaths.get(operation.operationId) ?? operation.path
    for (const query of ['', ...filtersOf(operation)]) {
      const { status } = await good.send(operation, { path, query })
      expect(`${operation.operationId} ${status}`).toMatch(/ 2\d\d$/)
    }
    if (operation.operationId !== 'listCaseFiles') continue
    const withFile = readPaths.get('getCaseUploadUrl')?.replace(/upload$/, 'files') ?? path
    const listed = bodyOf(await good.send(operation, { path: withFile }))
    const [{ downloadUrl } = { downloadUrl: '' }] = listed.files as { downloadUrl: string }[]
    recordUrl('StreamRole', 's3:GetObject', downloadUrl)
  }
}

/** The recorder writes an execution or a model by a short name; a grant has the ARN. */
const covers = (granted: string, used: string) =>
  used === 'execution'
    ? granted.includes(':execution:')
    : used === modelId
      ? granted.includes(':bedrock:')
      : new RegExp(`^${granted.replaceAll(/[.+?^$()|[\]{}]/g, '\\$&').replaceAll('*', '.*')}$`).test(used)

test('what is called is granted', () => {
  const grants = codeGrants(modelId)
  const missing = uses.filter(
    ({ principal, action, resource }) =>
      !(grants[principal]?.[action] ?? []).some((granted) => covers(granted, resource)),
  )
  expect(uses.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('what is granted is called', () => {
  const idle = Object.entries(codeGrants(modelId)).flatMap(([principal, actions]) =>
    Object.entries(actions).flatMap(([action, resources]) =>
      resources
        .filter(
          (granted) =>
            !uses.some((use) => use.principal === principal && use.action === action && covers(granted, use.resource)),
        )
        .map((resource) => `${principal} ${action} ${resource}`),
    ),
  )
  expect(idle).toEqual([])
})
