// A Lambda function as a process: loads its handler, and calls it for each request of LocalStack (host.py starts it).
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { existsSync } from 'node:fs'

type Handler = (event: unknown, context: object) => unknown
type Invocation = { 'invoke-id': string; 'invoked-function-arn': string; payload: string }

const { env } = process
const told = env.LOCALSTACK_RUNTIME_ENDPOINT ?? ''
const tell = (path: string, body: unknown) =>
  fetch(`${told}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** What the function writes is its log in CloudWatch. LocalStack takes the lines of each invocation. */
function takeOutput() {
  let written = ''
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: Uint8Array | string) => {
      written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
      return true
    }
  }
  return () => {
    const lines = written
    written = ''
    return lines
  }
}
const taken = takeOutput()

const problemOf = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, stackTrace: error.stack?.split('\n') ?? [] }
    : { errorType: 'Error', errorMessage: String(error), stackTrace: [] }

/** `index.handler` is the export `handler` of index.mjs or index.js. */
async function load(handler: string): Promise<Handler> {
  const [, file = '', name = ''] = /^(.*)\.([^.]+)$/.exec(handler) ?? []
  const root = env.LAMBDA_TASK_ROOT ?? '.'
  const found = ['.mjs', '.js', '.cjs'].map((ending) => join(root, file + ending)).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`There is no ${file} in the function's code.`)
  const module = (await import(pathToFileURL(found).href)) as Record<string, unknown>
  const exported = module[name] ?? (module.default as Record<string, unknown> | undefined)?.[name]
  if (typeof exported !== 'function') throw new Error(`${file} exports no function ${name}.`)
  // Safe cast: Lambda calls it with these.
  return exported as Handler
}

async function invoke(handler: Handler, invocation: Invocation) {
  const id = invocation['invoke-id']
  const ends = Date.now() + Number(env.AWS_LAMBDA_FUNCTION_TIMEOUT ?? 3) * 1000
  const context = {
    awsRequestId: id,
    invokedFunctionArn: invocation['invoked-function-arn'],
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, ends - Date.now()),
  }
  const [kind, body] = await Promise.resolve()
    .then(() => handler(JSON.parse(invocation.payload), context))
    .then(
      (result) => ['response', result ?? null] as const,
      (error: unknown) => ['error', problemOf(error)] as const,
    )
  await tell(`/invocations/${id}/logs`, { logs: taken() })
  await tell(`/invocations/${id}/${kind}`, body)
}

const id = env.LOCALSTACK_RUNTIME_ID ?? ''
try {
  const handler = await load(env._HANDLER ?? '')
  const server = createServer((message, response) => {
    void text(message).then((body) => {
      response.end()
      return invoke(handler, JSON.parse(body) as Invocation)
    })
  })
  server.listen(Number(env.INVOKE_PORT), '127.0.0.1', () => void tell(`/status/${id}/ready`, {}))
} catch (error) {
  await tell(`/status/${id}/error`, problemOf(error))
  process.exitCode = 1
}
