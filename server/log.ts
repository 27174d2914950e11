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
  /** The SDK that has sent it, with its version and its platform. */
  sdk?: string | undefined
  requestId: string
  callerRequestId?: string | undefined
  /** The consumer whose API key sent it. */
  consumer?: string | undefined
  /** The caller left before the end of a stream. */
  left?: true
  /** The status of the problem that ended a stream. */
  failedWith?: number
  /** AWS's header of the request, which names its trace. */
  trace?: string | undefined
}

/** Answers of the assistant that were begun, that failed, and that failed after their first event. */
export type AssistantCount = 'AssistantAnswers' | 'AssistantFailures' | 'AssistantBreaks'

/** Metrics of events that are no requests. */
type Counted = 'BrokenItems' | 'ColdStart' | AssistantCount

export type Log = ReturnType<typeof createLog>

type Counts = Partial<Record<Counted, number>>
const none: Counts = {}

/** Levels above `INFO`, at which a request has no line. Its metrics have one at every level. */
const quiet = new Set(['WARN', 'ERROR', 'CRITICAL', 'SILENT'])

/** @param write Where a line goes. */
export function createLog(env: NodeJS.ProcessEnv, write = toStdout) {
  const hasMetrics = env.POWERTOOLS_METRICS_DISABLED !== 'true'
  const isQuiet = [env.LOG_LEVEL, env.AWS_LAMBDA_LOG_LEVEL].some((level = '') => quiet.has(level.toUpperCase()))
  const directives = createDirectives(env)
  // Provisioned processes are started before they are needed.
  let counts = env.AWS_LAMBDA_INITIALIZATION_TYPE === 'on-demand' ? { ColdStart: 1 } : none
  let errors: Promise<unknown> | undefined

  return {
    request: (facts: Facts) => {
      if (isQuiet && !hasMetrics) return
      const now = Date.now()
      const line = JSON.stringify(membersOf(facts, now, hasMetrics ? counts : undefined))
      if (!hasMetrics) {
        write(line)
        return
      }
      write(withDirectives(line, now, directives.of(facts, Object.keys(counts))))
      counts = none
    },

    /** Counts what a request has met. Its line has the number. */
    count: (metric: Counted) => {
      counts = { ...counts, [metric]: (counts[metric] ?? 0) + 1 }
    },

    /** Counts an answer that speaks against this version of the function. The alarm that rolls a version back reads it. */
    countVersionError: (version: string) => {
      const line = JSON.stringify({ service: name, version, VersionErrors: 1 })
      if (hasMetrics) write(withDirectives(line, Date.now(), directives.ofVersion))
    },

    /** Lines of errors are rare: the first one loads what writes them. */
    error: (message: string, members: Record<string, unknown>) => {
      errors = Promise.all([errors, import('./error-log.ts')]).then(([, { logger }]) => logger.error(message, members))
    },

    /** Waits for the lines of errors, if there are any: Lambda stops the process after the answer. */
    written: () => errors,
  }
}

const toStdout = (line: string): unknown => process.stdout.write(`${line}\n`)

/** The line with one member more. The directives are text, because they are the same for all lines. */
const withDirectives = (line: string, now: number, directives: string) =>
  `${line.slice(0, -1)},"_aws":{"Timestamp":${now},"CloudWatchMetrics":${directives}}}`

/**
 * The members of a request's line. They are named here one by one, because a copy of the facts would make the line a fifth
 * slower. JSON leaves out those without a value.
 * @param counts Undefined for a line without metrics.
 */
const membersOf = (facts: Facts, now: number, counts: Counts | undefined) => ({
  level: 'INFO',
  message: 'request',
  timestamp: new Date(now).toISOString(),
  service: name,
  method: facts.method,
  path: facts.path,
  operationId: facts.operationId,
  caller: facts.caller,
  status: facts.status,
  durationMs: facts.durationMs,
  client: facts.client,
  consumer: facts.consumer,
  sdk: facts.sdk,
  left: facts.left,
  failedWith: facts.failedWith,
  requestId: facts.requestId,
  callerRequestId: facts.callerRequestId,
  xray_trace_id: traceIn(facts.trace),
  Duration: counts && facts.durationMs,
  ...counts,
})

/** Only AWS's own form: the header could have come from a caller. */
const traceIn = (header = '') => /^Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/.exec(header)?.[1]

type Metric = { Name: string; Unit: 'Count' | 'Milliseconds' }

/** The parts of a line that tell CloudWatch which members are metrics. */
function createDirectives({
  ENV: environment = 'dev',
  METRICS_BY_OPERATION: byOperation,
  METRICS_BY_CONSUMER: byConsumer,
}: NodeJS.ProcessEnv) {
  // The stages of an account share CloudWatch. In one namespace their numbers would be added up.
  const Namespace = `${identifier}/${environment}`
  const count = (Name: string): Metric => ({ Name, Unit: 'Count' })
  const duration: Metric = { Name: 'Duration', Unit: 'Milliseconds' }
  // Its samples count the requests. API Gateway counts errors, at no cost.
  const ofRequest = [duration]
  const durationOf = (dimension: string) => ({
    Namespace,
    Dimensions: [['service', dimension]],
    Metrics: [duration],
  })
  const textOf = (counted: string[], dimensions: string[]) => {
    const Metrics = [...ofRequest, ...counted.map(count)]
    const ofService = { Namespace, Dimensions: [['service']], Metrics }
    return JSON.stringify([ofService, ...dimensions.map(durationOf)])
  }
  // The same few texts are in all lines, so each is made once.
  const made = new Map<string, string>()
  return {
    /** An unknown route has no operation, and a user is no consumer. */
    of: ({ operationId, consumer }: Pick<Facts, 'operationId' | 'consumer'>, counted: string[]) => {
      const dimensions = [
        ...(byOperation === 'true' && operationId !== undefined ? ['operationId'] : []),
        ...(byConsumer === 'true' && consumer !== undefined ? ['consumer'] : []),
      ]
      if (counted.length > 0) return textOf(counted, dimensions)
      const known = made.get(dimensions.join())
      if (known !== undefined) return known
      const text = textOf([], dimensions)
      made.set(dimensions.join(), text)
      return text
    },
    ofVersion: JSON.stringify([{ Namespace, Dimensions: [['service', 'version']], Metrics: [count('VersionErrors')] }]),
  }
}
