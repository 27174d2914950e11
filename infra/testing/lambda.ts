// The emulator of Lambda: the Runtime API on loopback, and a process that runs a bundle behind it.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { name } from '../../generated/names.ts'

const runtime = fileURLToPath(new URL('lambda-runtime.ts', import.meta.url))
const prefix = '/2018-06-01/runtime'

type Outcome = { result: unknown } | { error: { errorType: string; errorMessage: string } }

type Options = {
  /** The directory of the bundle. */
  code: string
  handler: string
  environment: Record<string, string>
}

export async function startLambda({ code, handler, environment }: Options) {
  const { server, invoke } = createRuntimeApi()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const process_ = spawn(process.execPath, [runtime], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Nothing of the test's own environment: a function knows only the variables that it is given.
    env: {
      ...environment,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_LAMBDA_FUNCTION_NAME: name,
      LAMBDA_TASK_ROOT: code,
      _HANDLER: handler,
    },
  })
  return {
    invoke,
    close: async () => {
      if (process_.exitCode === null) {
        const exited = once(process_, 'exit')
        process_.kill('SIGKILL')
        await exited
      }
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The server that the runtime asks for the next invocation and tells the outcome of the last one. */
function createRuntimeApi() {
  const waiting: { id: string; event: unknown; settle: (outcome: Outcome) => void }[] = []
  const running = new Map<string, (outcome: Outcome) => void>()
  let idle: ServerResponse | undefined
  let failed: Outcome | undefined

  const hand = () => {
    const invocation = idle && waiting.shift()
    if (!invocation || !idle) return
    running.set(invocation.id, invocation.settle)
    const headers = { 'lambda-runtime-aws-request-id': invocation.id, 'content-type': 'application/json' }
    idle.writeHead(200, headers).end(JSON.stringify(invocation.event))
    idle = undefined
  }
  const settle = (id: string, outcome: Outcome) => {
    running.get(id)?.(outcome)
    running.delete(id)
  }
  const take = (path: string, value: unknown) => {
    const [, , id = '', kind] = path.split('/')
    // Safe cast: the runtime describes its errors so.
    const error = value as { errorType: string; errorMessage: string }
    if (kind === 'response') settle(id, { result: value })
    else if (kind === 'error') settle(id, { error })
    else {
      failed = { error }
      for (const invocation of waiting.splice(0)) invocation.settle(failed)
    }
  }
  const server = createServer((request, response) => {
    const path = request.url?.slice(prefix.length) ?? ''
    if (path === '/invocation/next') {
      idle = response
      hand()
      return
    }
    void text(request).then((body) => {
      response.writeHead(202).end()
      take(path, JSON.parse(body))
    })
  })
  const invoke = (event: unknown) =>
    new Promise<Outcome>((resolve) => {
      if (failed) {
        resolve(failed)
        return
      }
      waiting.push({ id: randomUUID(), event, settle: resolve })
      hand()
    })
  return { server, invoke }
}
