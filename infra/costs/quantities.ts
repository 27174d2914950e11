// What a month of prod uses, by the name of its price: counted in the accepted template and in the code, or assumed here.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { tables, type TableDefinition } from '../../server/repositories/tables.ts'
import type { PriceName } from './prices.ts'
import { longestLog, metricsOfEveryRequest } from './request-log.ts'

/** A month, as the page says. */
export const assumed = {
  requests: 1_000_000,
  writes: 200_000,
  storedGb: 3,
  days: 30,
  /** The 99th of a hundred warm requests takes no longer (`npm run bench -- --memory`), so that all take less. */
  warmMilliseconds: 20,
  /** One request in a hundred starts a function, which Lambda bills too. */
  coldStarts: 10_000,
  coldMilliseconds: 600,
  /**
   * An execution that the clock starts: the start, ValidateExists, the choice and LogEvent, each with its lines in the log. Five
   * minutes after the last one its two functions start again, or are billed as if they did.
   */
  execution: { transitions: 4, tasks: 2, readUnits: 1, logEvents: 15, bytesOfLogEvent: 600 },
}

type Template = { Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }> }

/** infra/golden/prod.yaml is what a synthesis of prod gives: a test holds it to that. */
export const readTemplate = () =>
  parse(readFileSync(new URL('../golden/prod.yaml', import.meta.url), 'utf8')) as Template

export type Quantities = Record<PriceName, number>

export function quantitiesOf({ Resources }: Template): Quantities {
  const all = Object.values(Resources)
  const of = (type: string) => all.flatMap(({ Type, Properties = {} }) => (Type === type ? [Properties] : []))
  const { requests, writes, storedGb, days } = assumed
  const rules = of('AWS::WAFv2::WebACL').flatMap(({ Rules }) => Rules as object[])
  const memoryGb = (id: string) => Number(Resources[id]?.Properties?.MemorySize ?? 0) / 1024
  const seconds = (requests * assumed.warmMilliseconds + assumed.coldStarts * assumed.coldMilliseconds) / 1000
  const started = executions(of('AWS::Events::Rule'), days)
  const { transitions, tasks, readUnits, logEvents, bytesOfLogEvent } = assumed.execution
  const secondsOfTasks = (started * tasks * assumed.coldMilliseconds) / 1000
  const [sampling] = of('AWS::XRay::SamplingRule') as { SamplingRule: { FixedRate: number } }[]
  return {
    gatewayRequests: requests,
    lambdaRequests: requests + started * tasks,
    lambdaGbSeconds: seconds * memoryGb('ApiFunction') + secondsOfTasks * memoryGb('WorkflowValidateExistsFunction'),
    writeUnits: writes * unitsOfWrite,
    readUnits: requests - writes + started * readUnits,
    storedGb,
    backupGb: storedGb,
    logGb: (requests * longestLog.bytes + started * logEvents * bytesOfLogEvent) / 1e9,
    metrics:
      metricsOfEveryRequest().length +
      countsOfAssistant(all) +
      methodsWithMetrics(of('AWS::ApiGateway::Stage')) * metricsOfMethod,
    alarmMetrics: of('AWS::CloudWatch::Alarm').reduce((sum, alarm) => sum + metricsIn(alarm), 0),
    dashboards: of('AWS::CloudWatch::Dashboard').length,
    // The rule is that of the gateway. X-Ray's default rule takes the first one of each second.
    traces: requests * (sampling?.SamplingRule.FixedRate ?? 1) + started,
    webAcls: of('AWS::WAFv2::WebACL').length,
    webAclRules: rules.length,
    webAclRequests: rules.length > 0 ? requests : 0,
    transitions: started * transitions,
  }
}

/** A write to a table is one to each of its indexes too (server/cost.test.ts). The dearest tables have the most. */
const unitsOfWrite =
  1 + Math.max(...Object.values<TableDefinition>(tables).map(({ indexes }) => Object.keys(indexes).length))

/** The counts of the functions that alarms read: those of the assistant. CloudWatch keeps them in hours that have some. */
const countsOfAssistant = (resources: unknown[]) =>
  new Set(JSON.stringify(resources).match(/"Assistant[A-Z]\w+"/g)).size

/** API Gateway counts requests, both classes of errors, and two latencies of a method that has metrics. */
const metricsOfMethod = 5

const methodsWithMetrics = (stages: Record<string, unknown>[]) =>
  stages
    .flatMap(({ MethodSettings = [] }) => MethodSettings as { MetricsEnabled?: boolean; ResourcePath?: string }[])
    .filter(({ MetricsEnabled }) => MetricsEnabled).length

/** An alarm costs by the metrics that it reads, also those in its mathematics. */
function metricsIn({ MetricName, Metrics = [] }: Record<string, unknown>): number {
  return MetricName === undefined ? (Metrics as object[]).filter((metric) => 'MetricStat' in metric).length : 1
}

function executions(rules: Record<string, unknown>[], days: number): number {
  const [, minutes] =
    rules.map(({ ScheduleExpression }) => /^rate\((\d+) minutes\)$/.exec(String(ScheduleExpression))).find(Boolean) ??
    []
  return minutes === undefined ? 0 : (days * 24 * 60) / Number(minutes)
}
