// The texts of the saved queries, and the log that each reads. A test compares their names with the lines of the log.
import { throttled } from '../server/failures.ts'

export type LogName = 'access' | 'api' | 'tasks' | 'workflow' | 'guard' | 'pipe'

export type Query = { of: LogName; fields?: string[]; filter?: string; stats?: string; sort?: string }

/** A line of the function's own, or of Lambda about an invocation that crashed, took too long or had no memory. */
const failed = 'level = "ERROR" or (type = "platform.report" and record.status != "success")'
const ofFailures = {
  fields: [
    '@timestamp',
    'requestId',
    'operationId',
    'message',
    'error.name',
    'error.message',
    'record.requestId',
    'record.status',
    'record.errorType',
  ],
  filter: failed,
  sort: '@timestamp desc',
}

export const queries = {
  gatewayErrors: {
    of: 'access',
    fields: ['@timestamp', 'status', 'method', 'resource', 'errorType', 'integrationLatency', 'requestId'],
    filter: 'status >= 500',
    sort: '@timestamp desc',
  },
  /** Also of requests that never reach a function: those that the gateway refuses, and those of a throttled function. */
  gatewayLatency: {
    of: 'access',
    fields: ['status >= 500 as failed', 'status = 429 as refused'],
    stats:
      'count(*) as requests, pct(latency, 99) as p99, pct(integrationLatency, 99) as integrationP99, sum(failed) as failures, sum(refused) as throttled, count_distinct(ip) as addresses by resource, method',
    sort: 'p99 desc',
  },
  apiFailures: { of: 'api', ...ofFailures },
  /** Which operation is called, keeps the function busy, is slow, fails or refuses callers, and how many callers it has. A stream can fail after its status. */
  apiLoad: {
    of: 'api',
    fields: ['coalesce(failedWith, status) >= 500 as failed', 'coalesce(failedWith, status) = 429 as refused'],
    filter: 'message = "request"',
    stats:
      'count(*) as requests, sum(durationMs) as busyMs, pct(durationMs, 99) as p99, sum(failed) as failures, sum(refused) as throttled, count_distinct(caller.id) as callers by bin(1m), operationId',
    sort: 'busyMs desc',
  },
  apiThrottling: {
    of: 'api',
    filter: `level = "ERROR" and @message like /(?i)${throttled.source}/`,
    stats: 'count(*) as failures, count_distinct(caller.id) as callers by bin(5m), operationId, error.message',
    sort: 'failures desc',
  },
  taskFailures: { of: 'tasks', ...ofFailures },
  executions: {
    of: 'workflow',
    fields: ['@timestamp', 'execution_arn', 'type', 'details.name', 'details.error', 'details.cause'],
    filter: 'type like /Failed|TimedOut|Aborted/',
    sort: '@timestamp desc',
  },
  pipeFailures: { of: 'pipe', fields: ['@timestamp', '@message'], sort: '@timestamp desc' },
  uploadGuardFailures: { of: 'guard', ...ofFailures },
} satisfies Record<string, Query>

export type QueryName = keyof typeof queries
