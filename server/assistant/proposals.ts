// A call of a tool that writes becomes a proposal: validated as a request would be, and never run.
import { anyone } from '../auth/authenticate.ts'
import { createEngine } from '../engine.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { readPath } from '../http/path.ts'
import { Problem, renderProblem } from '../http/problem.ts'
import type { Context } from '../operation.ts'
import { createPipeline, type RequestContext } from '../pipeline.ts'

export type Check = (request: HttpRequest) => Promise<HttpResponse | undefined>

/**
 * Returns the function that validates a request: its route, its caller with their rights, and all that it sends. This engine
 * has no operations, so no request can change anything. The function returns the refusal, if there is one.
 */
export function createCheck(context: Context): Check {
  const pass = createEngine<RequestContext>({
    ...createPipeline(context, context.app),
    operation: () => ({ status: 204, headers: {} }),
  })
  return async (request) => {
    const { method, headers, requestId } = request
    const { path, instance, malformed } = readPath(request.path)
    const parts = { method, path, malformed, headers, query: {}, body: undefined }
    try {
      await pass({ ...parts, request, caller: anyone, operationId: undefined })
      return undefined
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return renderProblem(error, { path: instance, requestId })
    }
  }
}
