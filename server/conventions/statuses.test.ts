// Every status that the contract documents for an operation, provoked by one rule for all operations.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tables, type TableDefinition } from '../repositories/tables.ts'
import type { HttpResponse } from '../http/message.ts'
import { issueAccessToken, issueIdToken, loadSigningKey, scopes } from '../../local-cloud/emulators/cognito/index.ts'
import { operations, type ContractOperation } from '../../testing/contract-operations.ts'
import { occurrences } from '../../testing/contract-text.ts'
import { bodyOf, openFrontDoor, type FrontDoor, type Restart } from '../../testing/front-door.ts'
import { createGoodRequests, unknownPath, type Changes, type GoodRequests } from '../../testing/good-requests.ts'
import { casesOf } from '../../testing/schema-cases.ts'
import { startTally } from '../../testing/tally.ts'

type Provoke = (operation: ContractOperation, good: GoodRequests, door: FrontDoor) => Promise<HttpResponse>

/** The request that gets each status. */
const byCaller: Record<number, Provoke> = {
  304: async (operation, good) => {
    const path = await good.freshPath(operation)
    const { headers } = await good.send(operation, { path })
    return good.send(operation, { path, headers: { 'if-none-match': headers.ETag } })
  },
  400: (operation, good) => good.send(operation, { query: '?nope=1' }),
  401: (operation, good) => good.send(operation, { anonymous: true }),
  403: (operation, good, door) => {
    const other = [...scopes, 'another/scope'].find((scope) => !operation.scopes.includes(scope)) ?? ''
    if (operation.caller === 'apiKey') return good.send(operation, { anonymous: true })
    return good.send(operation, { headers: { authorization: `Bearer ${door.accessToken(other)}` } })
  },
  404: (operation, good) => good.send(operation, operation.protocol ? unknownMethod : { path: unknownPath(operation) }),
  409: async (operation, good) => {
    const body = good.bodyFor(operation)
    await good.send(operation, { body })
    return good.send(operation, { body: otherBody(operation, body) })
  },
  412: (operation, good) => good.send(operation, { headers: { 'if-match': '"stale-1"' } }),
  413: (operation, good) => good.send(operation, { body: Buffer.alloc(262_145, ' ') }),
  415: (operation, good) => good.send(operation, { headers: { 'content-type': 'text/plain' } }),
  422: async (operation, good) => {
    const body = good.bodyFor(operation)
    const headers = { 'idempotency-key': `key of ${operation.operationId}` }
    await good.send(operation, { headers, body })
    return good.send(operation, { headers, body: otherBody(operation, body) })
  },
}

/** A message of today: older clients get each error with the status 200. */
const version = '2026-07-28'
const meta = { 'io.modelcontextprotocol/protocolVersion': version, 'io.modelcontextprotocol/clientCapabilities': {} }
const unknownMethod: Changes = {
  headers: { 'mcp-protocol-version': version, 'mcp-method': 'nope' },
  body: { jsonrpc: '2.0', id: 1, method: 'nope', params: { _meta: meta } },
}

/** No server listens at this address. */
const closed = 'http://127.0.0.1:9'

const unforeseen = () => Promise.reject(new TypeError('Nobody foresaw this.'))
/** A DynamoDB that has no such tables. */
const strangeTables = Object.fromEntries(
  Object.values<TableDefinition>(tables).map(({ environmentVariable }) => [environmentVariable, 'strange-table']),
)

/** The dependency that fails, and its failure, for each status. */
const byDependency: Record<number, { environment: Record<string, string>; restart?: Restart }> = {
  429: { environment: { BEDROCK_MODEL_ID: 'local.throttle' } },
  500: {
    environment: strangeTables,
    restart: { replace: { authenticate: unforeseen, workflow: { submit: unforeseen, get: unforeseen } } },
  },
  502: { environment: { BEDROCK_MODEL_ID: 'local.fail', SAMPLE_DATA_BUCKET_NAME: 'strange-bucket' } },
  503: {
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: closed,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: closed,
      AWS_ENDPOINT_URL_SFN: closed,
    },
  },
  504: {
    environment: { BEDROCK_MODEL_ID: 'local.timeout' },
    // No answer comes in no time.
    restart: { limits: { Cognito: 0, DynamoDB: 0, 'Step Functions': 0 } },
  },
}

/**
 * Statuses that the service itself never returns. API Gateway throttles (429) and refuses large headers (431) before the
 * service gets the request, and an operation without dependencies cannot fail (500).
 */
const givenByTheGateway = [
  ...operations
    .filter(({ operationId }) => !operationId.startsWith('chat'))
    .map(({ operationId }) => `${operationId} 429`),
  ...operations.map(({ operationId }) => `${operationId} 431`),
  ...operations.filter(({ statuses }) => !statuses.includes(503)).map(({ operationId }) => `${operationId} 500`),
]

const tally = startTally('statuses')
const provoked = new Set<string>()

function note({ operationId, protocol }: ContractOperation, wanted: number, response: HttpResponse) {
  if (response.status !== wanted) return
  provoked.add(`${operationId} ${wanted}`)
  tally.add(String(wanted))
  if (wanted === 304) return
  if (protocol && wanted === 404) expect(bodyOf(response)).toMatchObject({ error: { code: -32601 } })
  else expect(bodyOf(response)).toMatchObject({ status: wanted })
  // Only the log has the cause.
  if (wanted >= 500) expect(response.body).not.toMatch(/ECONN|127\.0\.0\.1|Exception|stack|node_modules/)
}

test('statuses that a caller provokes', async () => {
  const door = await openFrontDoor()
  const good = createGoodRequests(door)
  for (const [status, provoke] of Object.entries(byCaller)) {
    for (const operation of operations.filter(({ statuses }) => statuses.includes(Number(status)))) {
      note(operation, Number(status), await provoke(operation, good, door))
    }
  }
  await door.close()
})

test('a document about something that the service does not have', async () => {
  const door = await openFrontDoor({ SIGN_IN_URL: '' })
  const good = createGoodRequests(door)
  for (const operation of operations.filter(({ caller, statuses }) => caller === 'anyone' && statuses.includes(404))) {
    note(operation, 404, await good.send(operation, { path: unknownPath(operation) }))
  }
  await door.close()
})

test('tokens that are not accepted', async () => {
  const door = await openFrontDoor()
  const good = createGoodRequests(door)
  const { key } = door
  const [header = '', claims = '', signature = ''] = door.idToken().split('.')
  const stranger = await loadSigningKey(await mkdtemp(join(tmpdir(), 'stranger-')))
  const credentials = {
    expired: `Bearer ${door.idToken('alice', -60)}`,
    'for another client': `Bearer ${issueIdToken(key, { user: 'alice', expiresIn: 60, clientId: 'another' })}`,
    'of another client': `Bearer ${issueAccessToken(key, { scope: scopes.join(' '), expiresIn: 60, clientId: 'another' })}`,
    'signed by another': `Bearer ${issueIdToken(stranger, { user: 'alice', expiresIn: 60 })}`,
    'for another user': `Bearer ${header}.${Buffer.from('{"sub":"root"}').toString('base64url')}.${signature}`,
    unsigned: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
    'no token': 'Bearer ',
    'not a token': 'Bearer a.b.c',
    'another scheme': `Basic ${Buffer.from('alice:secret').toString('base64')}`,
    'no scheme': door.idToken(),
    twice: `Bearer ${door.idToken()}, Bearer ${door.idToken()}`,
    empty: '',
  }
  const ofUsers = operations.filter(({ caller }) => caller === 'user')
  for (const operation of ofUsers) {
    for (const [what, authorization] of Object.entries(credentials)) {
      const { status, headers } = await good.send(operation, {
        path: unknownPath(operation),
        headers: { authorization },
      })
      expect({ what, status }).toEqual({ what, status: 401 })
      expect(headers['WWW-Authenticate']).toMatch(/^Bearer realm="frontdesk"/)
      tally.add('token')
    }
  }
  const withKeys = operations.filter(({ caller }) => caller === 'apiKey')
  for (const operation of withKeys) {
    const headers = { authorization: `Bearer ${door.idToken()}`, 'x-api-key': 'made-up' }
    expect((await good.send(operation, { path: unknownPath(operation), headers, anonymous: true })).status).toBe(403)
    tally.add('no key')
  }
  expect(tally.of('token')).toBe(ofUsers.length * 12)
  expect(tally.of('no key')).toBe(withKeys.length)
  await door.close()
})

test.each(Object.entries(byDependency))('%s, when a dependency fails', async (status, { environment, restart }) => {
  const door = await openFrontDoor(environment)
  if (restart) door.restart(restart)
  const good = createGoodRequests(door)
  const documented = operations.filter(({ statuses }) => statuses.includes(Number(status)))
  await Promise.all(
    documented.map(async (operation) => {
      note(operation, Number(status), await good.send(operation, { path: unknownPath(operation) }))
    }),
  )
  await door.close()
})

test('all documented statuses were provoked but those that the gateway gives', () => {
  const documented = operations.flatMap(({ operationId, statuses }) =>
    statuses.filter((status) => status >= 300).map((status) => `${operationId} ${status}`),
  )
  expect(documented.filter((status) => !provoked.has(status)).sort()).toEqual(givenByTheGateway.sort())
  expect(provoked.size + givenByTheGateway.length).toBe(documented.length)
  expect(documented).toHaveLength(occurrences(/"[345]\d\d":\{/g))
})

/** The body with one member changed: if possible, a member that is no id. */
function otherBody({ body }: ContractOperation, sent: object | undefined): object {
  const others = casesOf(body?.schema ?? {}, sent).filter(
    (schemaCase) =>
      schemaCase.fits && schemaCase.kind !== 'optional' && JSON.stringify(schemaCase.value) !== JSON.stringify(sent),
  )
  const [other] = [...others.filter(({ pointer }) => !/id$/i.test(pointer)), ...others]
  if (!other) throw new Error('There is no other body.')
  return other.value as object
}
