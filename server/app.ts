// The app: sends a request through the pipeline, renders problems, adds headers, logs and measures.
import { anyone } from './auth/authenticate.ts'
import { createEngine } from './engine.ts'
import { withDeadlines } from './deadlines.ts'
import { originsFor } from './http/cors.ts'
import type { Dependencies } from './dependencies.ts'
import type { Ended } from './http/event-stream.ts'
import type { HttpRequest, HttpResponse } from './http/message.ts'
import { createPipeline, type RequestContext } from './pipeline.ts'
import { invalid, Problem, renderProblem } from './http/problem.ts'
import { loggedPath } from './http/logged-path.ts'
import { readPath } from './http/path.ts'
import { clientIn } from './http/client-header.ts'
import { isRequestId } from './http/request-id.ts'
import { sharedHeaders } from './http/shared-headers.ts'

export type App = (request: HttpRequest) => Promise<HttpResponse>

export function createApp(dependencies: Dependencies): App {
  const { log } = dependencies
  const app: App = async (request) => {
    const started = performance.now()
    const { method, headers: received, requestId } = request
    const callerRequestId = ownRequestId(request)
    /** The id that the caller sees. */
    const shownId = callerRequestId ?? requestId
    const { path, instance, malformed } = readPath(request.path)
    const context = contextOf(request, path, malformed)

    const renderFailure = (error: unknown) => {
      const problem = error instanceof Problem ? error : new Problem('internal-error', hidden, { cause: error })
      const response = renderProblem(problem, { path: instance, requestId: shownId })
      if (response.status >= 500) reportFailure(dependencies, problem, { requestId, callerRequestId, context })
      return response
    }
    let response: HttpResponse
    try {
      if (request.faults) throw invalid(...request.faults)
      response = await withDeadlines(() => handle(context) as Promise<HttpResponse>, started)
    } catch (error) {
      response = renderFailure(error)
    }

    const { status, events } = response
    const record = (ended?: Ended) => {
      const { operationId, caller } = context
      const durationMs = Math.round((performance.now() - started) * 10) / 10
      log.request({
        method,
        path: loggedPath(instance),
        operationId,
        caller: callerIn(caller),
        status,
        durationMs,
        client: request.client,
        consumer: caller.kind === 'apiKey' ? caller.name : undefined,
        sdk: clientIn(received),
        ...ended,
        requestId,
        callerRequestId,
        trace: received['x-amzn-trace-id'],
      })
      return log.written()
    }
    const written = events ? undefined : record()
    if (written) await written
    // The answer to a request of the MCP endpoint does not leave the app.
    if (request.client) return response
    const shared = sharedHeaders(originsFor(path, dependencies), received.origin)
    response.headers = { ...shared, ...response.headers, 'X-Request-Id': shownId, ...context.route?.headers }
    const failure = context.route?.failureEvent
    if (events) response.events = await watched(events, { request, renderFailure, record, failure })
    return response
  }
  const handle = createEngine<RequestContext>(createPipeline(dependencies, app))
  return app
}

const contextOf = (request: HttpRequest, path: string, malformed: boolean): RequestContext => ({
  request,
  method: request.method,
  path,
  malformed,
  headers: request.headers,
  query: {},
  body: undefined,
  caller: anyone,
  operationId: undefined,
})

/** Nothing but the id: names and scopes are not for the log. */
const callerIn = ({ kind, id }: RequestContext['caller']) => ({ kind, id })

type Watch = Parameters<typeof import('./http/event-stream.ts').watchEvents>[1]

/** Few requests have a stream, so the first one loads what watches it. */
const watched = async (events: NonNullable<HttpResponse['events']>, watch: Watch) =>
  (await import('./http/event-stream.ts')).watchEvents(events, watch)

type Failed = { requestId: string; callerRequestId: string | undefined; context: RequestContext }

/** The log has the cause. The metric tells whether this version of the function is to blame. */
function reportFailure({ log, functionVersion }: Dependencies, problem: Problem, { context, ...ids }: Failed) {
  const { operationId, caller } = context
  log.error(problem.message, { ...ids, operationId, caller: callerIn(caller), error: problem.cause })
  if (!problem.isElsewhere) log.countVersionError(functionVersion)
}

const hidden = 'The service failed. The request id leads to the cause in its log.'

/** The caller's own request id, if it is plain. The log has it beside the gateway's id. */
function ownRequestId({ headers }: HttpRequest): string | undefined {
  const own = headers['x-request-id']
  return isRequestId(own) ? own : undefined
}
