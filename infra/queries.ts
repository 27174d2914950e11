// The saved queries of CloudWatch Logs Insights. The text of each alarm names one of them.
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { constructId, stageNamed } from './names.ts'
import type { Stage } from './stages.ts'

/** The log groups of the stack. */
export type Logs = Record<'access' | 'api' | 'tasks' | 'workflow' | 'guard' | 'pipe', ILogGroup | ILogGroup[]>

type Query = { of: keyof Logs; fields?: string[]; filter?: string; stats?: string; sort?: string }

/** A line of the function's own, or of Lambda about an invocation that crashed, took too long or had no memory. */
const failed = 'level = "ERROR" or (type = "platform.report" and record.status != "success")'
const ofFailures = {
  fields: ['@timestamp', 'requestId', 'message', 'error.name', 'error.message', 'record.status', 'record.errorType'],
  filter: failed,
  sort: '@timestamp desc',
}

const queries = {
  gatewayErrors: {
    of: 'access',
    fields: ['@timestamp', 'status', 'method', 'resource', 'errorType', 'integrationLatency', 'requestId'],
    filter: 'status >= 500',
    sort: '@timestamp desc',
  },
  gatewayLatency: {
    of: 'access',
    stats: 'count(*) as requests, pct(latency, 99) as p99, pct(integrationLatency, 99) as integrationP99 by resource',
    sort: 'p99 desc',
  },
  apiFailures: { of: 'api', ...ofFailures },
  /** Which operation is called, keeps the function busy, is slow, fails or refuses callers, and how many callers it has. */
  apiLoad: {
    of: 'api',
    fields: ['status >= 500 as failed', 'status = 429 as refused'],
    filter: 'message = "request"',
    stats:
      'count(*) as requests, sum(durationMs) as busyMs, pct(durationMs, 99) as p99, sum(failed) as failures, sum(refused) as throttled, count_distinct(caller.id) as callers by bin(1m), operationId',
    sort: 'busyMs desc',
  },
  apiThrottling: {
    of: 'api',
    filter: 'level = "ERROR" and @message like /(?i)throttl|throughputexceeded|slowdown/',
    stats: 'count(*) as failures by bin(5m), message',
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

/** Its name in the console: those of a stage stand in a folder. */
export const queryNamed = (stage: Stage, query: QueryName) => `${stageNamed(stage.name)}/${query}`

export function createQueries(parent: Construct, stage: Stage, logs: Logs) {
  const scope = new Construct(parent, 'Queries')
  for (const [query, { of, fields, filter, stats, sort }] of Object.entries<Query>(queries)) {
    const logGroups = [logs[of]].flat()
    // A stage may have no such function.
    if (logGroups.length === 0) continue
    new QueryDefinition(scope, constructId(query), {
      queryDefinitionName: queryNamed(stage, query as QueryName),
      logGroups,
      queryString: new QueryString({
        ...(fields && { fields }),
        ...(filter !== undefined && { filterStatements: [filter] }),
        ...(stats !== undefined && { statsStatements: [stats] }),
        ...(sort !== undefined && { sort }),
        limit: 100,
      }),
    })
  }
}
