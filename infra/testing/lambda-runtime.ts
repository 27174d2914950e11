// Lambda's Node runtime as a handler sees it: a process of its own that speaks the Runtime API.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'

const api = `http://${env.AWS_LAMBDA_RUNTIME_API ?? ''}/2018-06-01/runtime`
const post = (path: string, value: unknown) =>
  fetch(api + path, { method: 'POST', body: JSON.stringify(value ?? null) })
const described = (error: unknown) => {
  const { name, message, stack = '' } = error as Error
  return { errorType: name, errorMessage: message, stackTrace: stack.split('\n') }
}

const [file = '', name = ''] = (env._HANDLER ?? '').split('.')
type Handler = (event: unknown, context: object) => unknown
const module = ['js', 'mjs', 'cjs']
  .map((extension) => join(env.LAMBDA_TASK_ROOT ?? '', `${file}.${extension}`))
  .find(existsSync)

try {
  // Safe cast: a missing export is refused below; a call of a value that is no function fails as on Lambda.
  const handler = ((await import(module ?? file)) as Record<string, Handler | undefined>)[name]
  if (!handler) throw new Error(`${file} exports no ${name}.`)
  for (;;) {
    const next = await fetch(`${api}/invocation/next`)
    const awsRequestId = next.headers.get('lambda-runtime-aws-request-id') ?? ''
    try {
      const result = await handler(await next.json(), { awsRequestId, functionName: env.AWS_LAMBDA_FUNCTION_NAME })
      await post(`/invocation/${awsRequestId}/response`, result)
    } catch (error) {
      await post(`/invocation/${awsRequestId}/error`, described(error))
    }
  }
} catch (error) {
  await post('/init/error', described(error))
  process.exitCode = 1
}
