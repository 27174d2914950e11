// Each operation through each failure of each of its dependencies: the status, the problem, and the time that it takes.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { awsCallsOf } from '../testing/aws-calls.ts'
import { operations, type ContractOperation } from '../testing/contract-operations.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import {
  allFailures,
  endpoints,
  openDrippingBedrock,
  openGate,
  type Failure,
  type Gate,
  type GatedDependency,
} from '../testing/gates.ts'
import { createGoodRequests, type GoodRequests } from '../testing/good-requests.ts'
import { deadlines } from './deadlines.ts'

const names = Object.keys(endpoints) as GatedDependency[]
const hanging: Failure[] = ['hangs', 'drips its headers', 'drips its body']
const deadline = 400
/** The machine may be busy. The usual deadlines are longer than both together. */
const margin = 4500

let door: FrontDoor
let good: GoodRequests
const gates = new Map<GatedDependency, Gate>()
const paths = new Map<ContractOperation, string>()
/** The dependencies that each operation was seen to use. */
const used = new Map<string, Set<GatedDependency>>()

const gateOf = (dependency: GatedDependency): Gate => {
  const gate = gates.get(dependency)
  if (!gate) throw new Error(`${dependency} has no gate.`)
  return gate
}

/** Starts a new process, whose dependency fails when one is named. */
function restart(dependency?: GatedDependency, failure?: Failure) {
  for (const [name, gate] of gates) {
    gate.failure = name === dependency ? failure : undefined
    process.env[endpoints[name]] = gate.address()
  }
  const slow = dependency && failure && hanging.includes(failure)
  door.restart({ limits: slow ? { [dependency]: deadline } : {} })
}

const send = (operation: ContractOperation) => good.send(operation, { path: paths.get(operation) ?? operation.path })

beforeAll(async () => {
  for (const name of names) gates.set(name, await openGate(name))
  door = await openFrontDoor(Object.fromEntries(names.map((name) => [endpoints[name], gateOf(name).url])))
  for (const [name, gate] of gates) gate.upstream = door.emulators[name]
  good = createGoodRequests(door)
  for (const operation of operations) {
    const path = await good.freshPath(operation)
    paths.set(operation, path)
    const { calls, result } = await awsCallsOf(() => send(operation))
    expect(result.status, operation.operationId).toBeLessThan(300)
    const asked = new Set(calls.map(dependencyOf))
    if (operation.caller === 'user') asked.add('Cognito')
    used.set(operation.operationId, asked)
  }
})

afterAll(async () => {
  restart()
  await door.close()
  for (const gate of gates.values()) await gate.close()
})

function dependencyOf(call: string): GatedDependency {
  if (call.startsWith('Converse')) return 'Bedrock'
  if (call.endsWith('Execution')) return 'Step Functions'
  return /Object/.test(call) ? 'S3' : 'DynamoDB'
}

const users = (dependency: GatedDependency) =>
  operations.filter(({ operationId }) => used.get(operationId)?.has(dependency))

/** The assistant's failures are the model's: 502, and 429 with a time of its own. */
function expected(dependency: GatedDependency, failure: Failure): number {
  if (hanging.includes(failure)) return 504
  return dependency === 'Bedrock' ? 502 : 503
}

const slugs: Record<number, string> = { 502: 'bad-gateway', 503: 'service-unavailable', 504: 'gateway-timeout' }

async function fails(operation: ContractOperation, dependency: GatedDependency, status: number) {
  const longest = status === 504 ? deadline : deadlines[dependency]
  const what = `${operation.operationId}, ${dependency}`
  const started = performance.now()
  const response = await send(operation)
  expect(performance.now() - started, what).toBeLessThan(longest + margin)
  expect({ what, status: response.status, type: bodyOf(response).type }).toEqual({
    what,
    status,
    type: `/docs/problems/${slugs[status] ?? ''}`,
  })
  expect(response.headers['Retry-After'], what).toBe(status === 503 ? '2' : undefined)
  expect(response.body, what).not.toMatch(/ECONN|127\.0\.0\.1|Exception|Timeout|Dynamo|Cognito|S3|Step|SlowDown|stack/)
}

const pairs = names.flatMap((dependency) =>
  allFailures
    // Over HTTP/2 these need a server of their own.
    .filter((failure) => dependency !== 'Bedrock' || ['refuses', 'resets', 'hangs'].includes(failure))
    .map((failure) => ({ dependency, failure })),
)

test.each(pairs)('$dependency $failure', async ({ dependency, failure }) => {
  restart(dependency, failure)
  const status = expected(dependency, failure)
  await Promise.all(users(dependency).map((operation) => fails(operation, dependency, status)))
  expect(users(dependency).length).toBeGreaterThan(0)
})

test('Bedrock drips its body', async () => {
  const bedrock = await openDrippingBedrock()
  restart()
  process.env[endpoints.Bedrock] = bedrock.url
  door.restart({ limits: { Bedrock: deadline } })
  for (const operation of users('Bedrock')) await fails(operation, 'Bedrock', 504)
  await bedrock.close()
})

test('a dependency that is well again is used again', async () => {
  restart('DynamoDB', 'throttles')
  const [operation] = operations.filter(({ operationId }) => operationId === 'listEvents')
  if (!operation) throw new Error('There is no listEvents.')
  expect((await send(operation)).status).toBe(503)
  gateOf('DynamoDB').failure = undefined
  expect((await send(operation)).status).toBe(200)
})

test('all operations but those of fixed documents need something', () => {
  expect(operations.filter(({ operationId }) => used.get(operationId)?.size === 0)).toMatchObject([
    { operationId: 'getProtectedResource' },
    { operationId: 'getMcpProtectedResource' },
    { operationId: 'getAuthorizationServer' },
    { operationId: 'getOpenApi' },
  ])
})

test('the deadlines of one request end before the function does', () => {
  const { Bedrock, ...others } = deadlines
  expect(Math.max(Bedrock, ...Object.values(others))).toBeLessThan(26_000)
  for (const { operationId } of operations) {
    const sum = [...(used.get(operationId) ?? [])].reduce((total, name) => total + deadlines[name], 0)
    // The deadline of the assistant is cut to what the token check leaves.
    if (!operationId.startsWith('chat')) expect(sum, operationId).toBeLessThan(26_000)
  }
})

test('docs/failures.md says which operations need which dependency', async () => {
  const page = await readFile(new URL('../docs/failures.md', import.meta.url), 'utf8')
  const [, section = ''] = page.split(/^## What each operation needs$/m)
  const cells = (row: string) => row.split('|').map((cell) => cell.trim())
  const rows = section.match(/^\|.*\|$/gm)?.filter((_, n) => n !== 1) ?? []
  const wanted = [
    `| operation | ${names.join(' | ')} |`,
    ...operations.map(({ operationId }) => {
      const marks = names.map((name) => statusesOf(operationId, name))
      return `| \`${operationId}\` | ${marks.join(' | ')} |`
    }),
  ]
  expect(rows.map(cells), `docs/failures.md needs these rows:\n${wanted.join('\n')}`).toEqual(wanted.map(cells))
})

function statusesOf(operationId: string, dependency: GatedDependency): string {
  if (!used.get(operationId)?.has(dependency)) return ''
  return dependency === 'Bedrock' ? '429, 502, 504' : '503, 504'
}
