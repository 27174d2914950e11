// The bill of docs/costs.md is the one that the template, the code and the prices give, and it stays below its limit.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { currentPage } from './main.ts'
import { namesIn } from '../../testing/query-names.ts'
import { queries } from '../saved-queries.ts'
import { prices } from './prices.ts'
import { quantitiesOf, readTemplate } from './quantities.ts'
import { renderCosts, totalOf } from './render.ts'
import { name } from '../../generated/names.ts'
import { tables } from '../../server/repositories/tables.ts'
import { longestLog, requestLogs, type RequestLog, metricsOfEveryRequest } from './request-log.ts'

/** USD a month for a million requests, some of them for the alarms and the backup of each table, and bytes of log for each request. */
const limit = { usd: 19 + 0.6 * Object.keys(tables).length, bytes: 1100 }

const quantities = quantitiesOf(readTemplate())

test('docs/costs.md is what npm run costs writes', async () => {
  const page = await readFile(new URL('../../docs/costs.md', import.meta.url), 'utf8')
  expect(await currentPage()).toBe(page)
  expect(page).toMatch(/\*\*together\*\* .+\*\*\d+\.\d\d\*\*/)
})

test.each<[sentence: RegExp, usd: number]>([
  [/`consumerMetrics` ([\d.]+) for each consumer/, prices.metrics.usd],
  [/`keyRotation` ([\d.]+) for an alarm/, prices.alarmMetrics.usd],
  [/`canary` costs ([\d.]+) for the alarm/, prices.alarmMetrics.usd],
  [/A step that fails is a metric, ([\d.]+) for/, prices.metrics.usd],
  [/the duration of each operation, ([\d.]+) for each/, prices.metrics.usd],
  [/`tracedShare: 1` traces all for ([\d.]+)/, (quantities.gatewayRequests * prices.traces.usd) / prices.traces.per],
  [/on one page for ([\d.]+)/, prices.dashboards.usd],
])('the price in the sentence %s is that of the script', async (sentence, usd) => {
  const page = (await readFile('docs/costs.md', 'utf8')).replaceAll('\n', ' ')
  // A project writes its own sentences.
  expect(sentence.exec(page)?.[1] ?? usd.toFixed(2)).toBe(usd.toFixed(2))
})

test('a month costs at most 22 USD with five tables', () => {
  expect(totalOf(quantities)).toBeLessThanOrEqual(limit.usd)
})

test('the log of a request has at most 1.1 KB, whatever the operation', () => {
  // Longer names than those of this contract make longer lines.
  const names = ({ operationId, access }: RequestLog) =>
    operationId.length + 2 * (JSON.parse(access) as { resource: string }).resource.length + 4 * name.length
  expect(requestLogs.length).toBeGreaterThan(5)
  const tooLong = requestLogs.filter((log) => log.bytes > limit.bytes + Math.max(0, names(log) - 130))
  expect(tooLong).toEqual([])
})

test('every price is in the bill, with its source', () => {
  const bill = renderCosts()
  for (const { usd, source } of Object.values(prices)) {
    expect(usd).toBeGreaterThan(0)
    expect(bill).toContain(source)
  }
  const doubled = Object.keys(prices).map((name) => totalOf({ ...quantities, [name]: 1e9 }) > totalOf(quantities))
  expect(doubled).not.toContain(false)
})

test('a metric is kept for the service, and none by operation', () => {
  expect(metricsOfEveryRequest()).toEqual(['Duration', 'ColdStart'])
})

test.each(['gatewayErrors', 'gatewayLatency'] as const)(
  "the saved query %s reads what the gateway's line has",
  (name) => {
    const names = namesIn(queries[name])
    expect(names).toContain('resource')
    expect(Object.keys(JSON.parse(longestLog.access) as object)).toEqual(expect.arrayContaining(names))
  },
)

test('the quantities follow the template', () => {
  const { Resources } = structuredClone(readTemplate())
  const change = (id: string, properties: object) => {
    const resource = Resources[id]
    if (!resource) throw new Error(`There is no ${id}.`)
    return quantitiesOf({
      Resources: { ...Resources, [id]: { ...resource, Properties: { ...resource.Properties, ...properties } } },
    })
  }
  const ofTasks = change('ApiFunction', { MemorySize: 0 }).lambdaGbSeconds
  expect(ofTasks).toBeLessThan(quantities.lambdaGbSeconds / 2)
  expect(change('ApiFunction', { MemorySize: 2048 }).lambdaGbSeconds).toBeCloseTo(
    2 * quantities.lambdaGbSeconds - ofTasks,
  )
  expect(change('Sampling', { SamplingRule: { FixedRate: 1 } }).traces).toBe(quantities.traces + 995_000)
  const { AlarmsApiLatency: _, ...withoutAlarm } = Resources
  expect(quantitiesOf({ Resources: withoutAlarm }).alarmMetrics).toBe(quantities.alarmMetrics - 1)
  const more = { ...Resources, More: { Type: 'AWS::CloudWatch::Dashboard', Properties: {} } }
  expect(quantitiesOf({ Resources: more }).dashboards).toBe(1)
})
