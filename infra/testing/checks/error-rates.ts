// The alarms by rate: their metrics, and what their expressions make of some counts.
import type { Template } from 'aws-cdk-lib/assertions'
import { runInNewContext } from 'node:vm'
import { name as serviceName } from '../../../generated/names.ts'
import { model } from '../../model.ts'
import { metricNamespace, stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

/** `Namespace MetricName Dimension=value …`, with the dimensions in the order of their names. */
type Counted = string
type Case = { counts: Record<Counted, number>; rate: number }
type Rate = { name: string; threshold: number; periods?: number; metrics: Counted[]; cases: Case[] }

const counted = (space: string, metric: string, dimensions: Record<string, string>): Counted =>
  [space, metric, ...Object.entries(dimensions).map((pair) => pair.join('='))].join(' ')

function expectedRates(template: Template, stage: Stage): Rate[] {
  return [...gatewayRates(stage), ...(stage.gradualDeployment ? [versionRate(template, stage)] : [])]
}

function gatewayRates(stage: Stage): Rate[] {
  const ApiName = stageNamed(stage.name)
  const ids: string[] = stage.assistant.operations
  const assistants = model.operations.filter(({ operationId }) => ids.includes(operationId))
  const ofAll = (metric: string) => counted('AWS/ApiGateway', metric, { ApiName })
  const ofAssistant = (metric: string) => counted(metricNamespace(stage.name), metric, { service: serviceName })
  const [errors, requests] = [ofAll('5XXError'), ofAll('Count')]
  const [ownErrors, ownRequests] = [ofAssistant('AssistantFailures'), ofAssistant('AssistantAnswers')]
  const breaks = ofAssistant('AssistantBreaks')
  return [
    {
      name: 'Api5xx',
      threshold: 5,
      metrics: [errors, requests, ...(assistants.length > 0 ? [ownErrors, ownRequests] : [])],
      cases: [
        { counts: {}, rate: 0 },
        { counts: { [requests]: 100 }, rate: 0 },
        { counts: { [requests]: 100, [errors]: 7 }, rate: 7 },
        { counts: { [requests]: 9, [errors]: 9 }, rate: 0 },
        { counts: { [requests]: 10, [errors]: 1 }, rate: 10 },
        ...(assistants.length > 0 ? casesWithAssistant({ errors, requests, ownErrors, ownRequests }) : []),
      ],
    },
    // A contract without an assistant has no alarm for it.
    ...(assistants.length > 0
      ? [
          {
            name: 'Assistant5xx',
            threshold: 20,
            periods: 2,
            metrics: [ownErrors, breaks, ownRequests],
            cases: [
              { counts: {}, rate: 0 },
              { counts: { [ownRequests]: 20 }, rate: 0 },
              { counts: { [ownRequests]: 20, [ownErrors]: 5 }, rate: 25 },
              { counts: { [ownRequests]: 20, [ownErrors]: 1, [breaks]: 4 }, rate: 25 },
              { counts: { [ownRequests]: 9, [ownErrors]: 9 }, rate: 0 },
            ],
          },
        ]
      : []),
  ]
}

type Names = Record<'errors' | 'requests' | 'ownErrors' | 'ownRequests', Counted>

const casesWithAssistant = ({ errors, requests, ownErrors, ownRequests }: Names): Case[] => [
  // All that failed was the assistant.
  { counts: { [requests]: 60, [errors]: 40, [ownRequests]: 40, [ownErrors]: 40 }, rate: 0 },
  { counts: { [requests]: 60, [errors]: 42, [ownRequests]: 40, [ownErrors]: 40 }, rate: 10 },
  // Too few requests are left without the assistant's.
  { counts: { [requests]: 60, [errors]: 9, [ownRequests]: 51, [ownErrors]: 0 }, rate: 0 },
]

/** Only what the new version does: the alias leads to two, and each is counted under its own number. */
function versionRate(template: Template, stage: Stage): Rate {
  const [id = ''] = resourcesOf(template, 'AWS::Lambda::Version').keys()
  const version = `<${id}.Version>`
  const byLambda = (metric: string) =>
    counted('AWS/Lambda', metric, {
      ExecutedVersion: version,
      FunctionName: '<ApiFunction>',
      Resource: '<ApiFunction>:live',
    })
  const answers = counted(metricNamespace(stage.name), 'VersionErrors', { service: serviceName, version })
  const [crashes, requests] = [byLambda('Errors'), byLambda('Invocations')]
  return {
    name: 'ApiVersionErrors',
    threshold: 5,
    metrics: [crashes, answers, requests],
    cases: [
      { counts: {}, rate: 0 },
      { counts: { [requests]: 100, [crashes]: 3, [answers]: 4 }, rate: 7 },
      { counts: { [requests]: 100, [crashes]: 6 }, rate: 6 },
      { counts: { [requests]: 100, [answers]: 6 }, rate: 6 },
      { counts: { [requests]: 9, [crashes]: 9 }, rate: 0 },
    ],
  }
}

type Query = {
  Id: string
  Expression?: string
  ReturnData?: boolean
  MetricStat?: {
    Metric: { Namespace: string; MetricName: string; Dimensions: { Name: string; Value: string }[] }
    Period: number
    Stat: string
  }
}

export function rateAlarms(template: Template, stage: Stage) {
  const rates = expectedRates(template, stage)
  return { names: rates.map(({ name }) => name), faults: rates.flatMap((rate) => rateFaults(template, rate)) }
}

function rateFaults(template: Template, { name, threshold, periods = 1, metrics, cases }: Rate): string[] {
  const properties = propertiesOf(template, 'AWS::CloudWatch::Alarm', `Alarms${name}`)
  const { Metrics: queries = [] } = properties as { Metrics?: Query[] }
  const sources = new Map(queries.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, keyOf(MetricStat)]] : [])))
  const [rate, ...others] = queries.filter(({ Expression }) => Expression !== undefined)
  return [
    ...differences(properties, { Threshold: threshold, EvaluationPeriods: periods }, name),
    ...differences([...sources.values()].sort(), [...metrics].sort(), `${name} metrics`),
    ...queries.flatMap(({ Id, MetricStat, ReturnData }) => [
      // An alarm has one value. The counts are sums: an average of ones is one, however many there were.
      ...(MetricStat ? differences(MetricStat, { Stat: 'Sum', Period: 300 }, `${name} ${Id}`) : []),
      ...differences(ReturnData ?? true, MetricStat === undefined, `${name} ${Id} ReturnData`),
    ]),
    ...differences(others.length, 0, `${name} other expressions`),
    ...cases.flatMap(({ counts, rate: expected }) => {
      const found = evaluate(rate?.Expression ?? '', sources, counts)
      return found === expected ? [] : [`${name} is ${String(found)} for ${JSON.stringify(counts)}, not ${expected}`]
    }),
  ]
}

const keyOf = ({ Metric: { Namespace, MetricName, Dimensions } }: NonNullable<Query['MetricStat']>): Counted => {
  const pairs = Dimensions.map(({ Name, Value }) => [Name, Value] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return counted(Namespace, MetricName, Object.fromEntries(pairs))
}

type Sources = Map<string | undefined, Counted | undefined>

/** Hundreds of templates are checked, most of which have the same expressions. */
const known = new Map<string, unknown>()

/** CloudWatch's metric math, as far as these alarms use it. A metric without data is missing, unless it is filled. */
function evaluate(expression: string, sources: Sources, counts: Case['counts']): unknown {
  const metrics = Object.fromEntries([...sources].map(([id, key]) => [id ?? '', counts[key ?? '']]))
  const key = JSON.stringify([expression, [...sources.keys()], metrics])
  if (!known.has(key)) known.set(key, calculate(expression, metrics))
  return known.get(key)
}

function calculate(expression: string, metrics: Record<string, number | undefined>): unknown {
  const functions = {
    IF: (condition: boolean, then: number, otherwise: number) => (condition ? then : otherwise),
    FILL: (value: number | undefined, by: number) => value ?? by,
  }
  try {
    return runInNewContext(expression, { ...metrics, ...functions }) as unknown
  } catch (error) {
    return String(error)
  }
}
