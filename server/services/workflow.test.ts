// The workflow service over a fake Step Functions: every status, and answers that come late.
import { ExecutionStatus } from '@aws-sdk/client-sfn'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import { awsSettings } from '../aws/settings.ts'
import { stateMachineArn } from '../../local-cloud/environment.ts'
import { openFrontDoor } from '../../testing/front-door.ts'
import { createWorkflow } from './workflow.ts'

const aws = () => awsSettings(process.env)

const closers: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Starts a server instead of Step Functions. */
async function standIn(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void) {
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  process.env.AWS_ENDPOINT_URL_SFN = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each(['while the execution runs', 'when it has ended'])(
  'a start whose answer is lost, and which the SDK repeats %s, is no repeat of the client',
  async (when) => {
    const door = await openFrontDoor()
    closers.push(door.close)
    const real = process.env.AWS_ENDPOINT_URL_SFN ?? ''
    let starts = 0
    await standIn(async (request, response) => {
      const headers = { 'x-amz-target': String(request.headers['x-amz-target']) }
      const answer = await fetch(real, { method: 'POST', headers, body: await text(request) })
      if (headers['x-amz-target'].endsWith('StartExecution') && ++starts === 1) {
        if (when === 'when it has ended')
          await vi.waitFor(() => expect(door.events.executions(1)[0]?.ended).toBeDefined())
        return void response.destroy()
      }
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(await answer.text())
    })
    const { submit } = createWorkflow({ stateMachineArn, aws })
    const name = randomUUID()
    expect(await submit(name, { id: 'c-1' })).toMatchObject({ outcome: 'started', executionId: name })
    expect(starts).toBe(2)
    expect(await submit(name, { id: 'c-1' })).toMatchObject({ outcome: 'existing', executionId: name })
  },
)

test('a repeat finds its execution although Step Functions cannot describe it yet', async () => {
  const door = await openFrontDoor()
  closers.push(door.close)
  const real = process.env.AWS_ENDPOINT_URL_SFN ?? ''
  let unseen = 2
  await standIn(async (request, response) => {
    const headers = { 'x-amz-target': String(request.headers['x-amz-target']) }
    response.setHeader('content-type', 'application/x-amz-json-1.0')
    if (headers['x-amz-target'].endsWith('DescribeExecution') && unseen-- > 0) {
      response.writeHead(400).end(JSON.stringify({ __type: 'ExecutionDoesNotExist', message: 'Not yet.' }))
      return
    }
    const answer = await fetch(real, { method: 'POST', headers, body: await text(request) })
    response.writeHead(answer.status).end(await answer.text())
  })
  const { submit } = createWorkflow({ stateMachineArn, aws })
  const name = randomUUID()
  expect(await submit(name, { id: 'c-1' })).toMatchObject({ outcome: 'started' })
  expect(await submit(name, { id: 'c-1' })).toMatchObject({ outcome: 'existing', executionId: name })
  expect(unseen).toBeLessThan(0)
})

test('every status of Step Functions has one of the contract', async () => {
  process.env.AWS_REGION = 'us-east-1'
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' })
  let status: string = ExecutionStatus.RUNNING
  await standIn((_request, response) => {
    const times = { startDate: 1.5, ...(status !== 'RUNNING' && { stopDate: 2.25 }) }
    response.setHeader('content-type', 'application/x-amz-json-1.0')
    response.end(JSON.stringify({ executionArn: 'arn', stateMachineArn, name: 'x', status, ...times }))
  })
  const { get } = createWorkflow({ stateMachineArn, aws })
  const seen: Record<string, unknown> = {}
  for (status of Object.values(ExecutionStatus)) seen[status] = await get('x')
  const started = { executionId: 'x', startedAt: '1970-01-01T00:00:01.500Z' }
  const stopped = { ...started, stoppedAt: '1970-01-01T00:00:02.250Z' }
  expect(seen).toEqual({
    RUNNING: { ...started, status: 'running' },
    PENDING_REDRIVE: { ...started, status: 'running' },
    SUCCEEDED: { ...stopped, status: 'succeeded' },
    FAILED: { ...stopped, status: 'failed' },
    TIMED_OUT: { ...stopped, status: 'timed_out' },
    ABORTED: { ...stopped, status: 'aborted' },
  })
})
