// The log: one line for each request, which CloudWatch also reads as its metrics (the embedded metric format). Lines of
// errors are Powertools'.
import { identifier, name } from '../generated/names.ts'
import type { Caller } from './auth/authenticate.ts'

/** What is known of a request when it is answered. */
export type Facts = {
  method: string
  path: string
  operationId: string | undefined
  caller: Pick<Caller, 'kind' | 'id'>
  status: number
  durationMs: number
  /** The client on whose behalf the MCP endpoint has sent it. */
  client?: string | undefined
  requestId: string
  callerRequestId?: string | undefined
  /** AWS's header of the request, which names its trace. */
  trace?: string | undefined
}

/** Metrics of events that are no requests. */
type Counted = 'BrokenItems' | 'ColdStart'

export type Log = ReturnType<typeof createLog>

/** Levels above `INFO`, at which a request has no line. Its metrics have one at every level. */
const quiet = new Set(['WARN', 'ERROR', 'CRITICAL', 'SILENT'])

export function createLog(env: NodeJS.ProcessEnv) {
  const hasMetrics = env.POWERTOOLS_METRICS_DISABLED !== 'true'
  const isQuiet = [env.LOG_LEVEL, env.AWS_LAMBDA_LOG_LEVEL].some((level = '') => quiet.has(level.toUpperCase()))
  const directives = createDirectives(env)
  // Provisioned processes are started before they are needed.
  let counts: Partial<Record<Counted, number>> =
    env.AWS_LAMBDA_INITIALIZATION_TYPE === 'on-demand' ? { ColdStart: 1 } : {}
  let errors: Promise<unknown> | undefined

  return {
    request: ({ trace, ...facts }: Facts) => {
      if (isQuiet && !hasMetrics) return
      const now = new Date()
      write({
        ...{ level: 'INFO', message: 'request', timestamp: now.toISOString(), service: name },
        ...facts,
        ...traceOf(trace),
        ...(hasMetrics && { ...metricsOf(facts), ...counts, ...directives.of(now, Object.keys(counts), facts) }),
      })
      counts = {}
    },

    /** Counts what a request has met. Its line has the number. */
    count: (metric: Counted) => {
      counts = { ...counts, [metric]: (counts[metric] ?? 0) + 1 }
    },

    /** Counts an answer that speaks against this version of the function. The alarm that rolls a version back reads it. */
    countVersionError: (version: string) => {
      if (hasMetrics) write({ service: name, version, VersionErrors: 1, ...directives.ofVersion(new Date()) })
    },

    /** Lines of errors are rare: the first one loads what writes them. */
    error: (message: string, members: Record<string, unknown>) => {
      errors = Promise.all([errors, import('./error-log.ts')]).then(([, { logger }]) => logger.error(message, members))
    },

    /** Waits for the lines of errors, if there are any: Lambda stops the process after the answer. */
    written: () => errors,
  }
}

const metricsOf = ({ status, durationMs }: Facts | Omit<Facts, 'trace'>) => ({
  Requests: 1,
  ClientErrors: status >= 400 && status < 500 ? 1 : 0,
  ServerErrors: status >= 500 ? 1 : 0,
  Duration: durationMs,
})

const write = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

/** Only AWS's own form: the header could have come from a caller. */
function traceOf(header: string | undefined) {
  const [, trace] = /^Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/.exec(header ?? '') ?? []
  return trace === undefined ? undefined : { xray_trace_id: trace }
}

type Metric = { Name: string; Unit: 'Count' | 'Milliseconds' }

/** The parts of a line that tell CloudWatch which members are metrics. */
function createDirectives({ ENV: environment = 'dev', METRICS_BY_OPERATION: byOperation }: NodeJS.ProcessEnv) {
  // The stages of an account share CloudWatch. In one namespace their numbers would be added up.
  const Namespace = `${identifier}/${environment}`
  const count = (Name: string): Metric => ({ Name, Unit: 'Count' })
  const duration: Metric = { Name: 'Duration', Unit: 'Milliseconds' }
  const ofRequest = [...['Requests', 'ClientErrors', 'ServerErrors'].map(count), duration]
  const ofOperations = { Namespace, Dimensions: [['service', 'operationId']], Metrics: [duration] }
  const embedded = (now: Date, ...CloudWatchMetrics: object[]) => ({
    _aws: { Timestamp: now.getTime(), CloudWatchMetrics },
  })
  const more = byOperation === 'true' ? [ofOperations] : []
  return {
    of: (now: Date, counted: string[], { operationId }: Pick<Facts, 'operationId'>) => {
      const Metrics = counted.length > 0 ? [...ofRequest, ...counted.map(count)] : ofRequest
      const ofService = { Namespace, Dimensions: [['service']], Metrics }
      // An unknown route has no operation.
      return operationId === undefined ? embedded(now, ofService) : embedded(now, ofService, ...more)
    },
    ofVersion: (now: Date) =>
      embedded(now, { Namespace, Dimensions: [['service', 'version']], Metrics: [count('VersionErrors')] }),
  }
}
