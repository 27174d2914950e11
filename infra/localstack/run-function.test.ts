// A function as a process, with an emulator of what LocalStack is told.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { freePort } from '../../testing/free-port.ts'

const code = `
exports.handler = (event, context) => {
  console.log('called')
  if (event.fails) throw new RangeError('too much')
  return { event, left: context.getRemainingTimeInMillis() <= 3000, arn: context.invokedFunctionArn }
}`

test('it says that it is ready, calls the handler, and tells the logs and the outcome', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'function-'))
  await writeFile(join(folder, 'index.js'), code)
  const told: [path: string, body: unknown][] = []
  const localStack = createServer((request, response) => {
    void text(request).then((body) => {
      told.push([request.url ?? '', JSON.parse(body)])
      response.end()
      localStack.emit('told')
    })
  })
  const INVOKE_PORT = String(await freePort())
  const program = spawn(process.execPath, [fileURLToPath(new URL('run-function.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      LOCALSTACK_RUNTIME_ENDPOINT: await listen(localStack),
      LOCALSTACK_RUNTIME_ID: 'r1',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: 'index.handler',
      AWS_LAMBDA_FUNCTION_TIMEOUT: '3',
      INVOKE_PORT,
    },
  })
  try {
    while (told.length < 1) await once(localStack, 'told')
    expect(told).toEqual([['/status/r1/ready', {}]])
    const invoke = async (id: string, payload: object) => {
      told.length = 0
      const body = { 'invoke-id': id, 'invoked-function-arn': 'arn:x', payload: JSON.stringify(payload) }
      await fetch(`http://127.0.0.1:${INVOKE_PORT}/invoke`, { method: 'POST', body: JSON.stringify(body) })
      while (told.length < 2) await once(localStack, 'told')
      return told
    }
    expect(await invoke('i1', { a: 1 })).toEqual([
      ['/invocations/i1/logs', { logs: 'called\n' }],
      ['/invocations/i1/response', { event: { a: 1 }, left: true, arn: 'arn:x' }],
    ])
    expect(await invoke('i2', { fails: true })).toEqual([
      ['/invocations/i2/logs', { logs: 'called\n' }],
      ['/invocations/i2/error', expect.objectContaining({ errorType: 'RangeError', errorMessage: 'too much' })],
    ])
  } finally {
    program.kill()
    await stopNow(localStack)
    await rm(folder, { recursive: true })
  }
})
