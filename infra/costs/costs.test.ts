// The bill of docs/costs.md is the one that the template, the code and the prices give, and it stays below its limit.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { currentPage } from './main.ts'
import { prices } from './prices.ts'
import { quantitiesOf, readTemplate } from './quantities.ts'
import { renderCosts, totalOf } from './render.ts'
import { tables } from '../../server/repositories/tables.ts'
import { bytesOfRequest, metricsOfEveryRequest } from './request-log.ts'

/** USD a month for a million requests, some of them for the alarms and the backup of each table, and bytes of log for each request. */
const limit = { usd: 19 + 0.6 * Object.keys(tables).length, bytes: 1100 }

const quantities = quantitiesOf(readTemplate())

test('docs/costs.md is what npm run costs writes', async () => {
  const page = await readFile(new URL('../../docs/costs.md', import.meta.url), 'utf8')
  expect(await currentPage()).toBe(page)
  expect(page).toMatch(/\*\*together\*\* .+\*\*\d+\.\d\d\*\*/)
})

test('a month costs at most 22 USD with five tables, and the log of a request has at most 1.1 KB', () => {
  expect(totalOf(quantities)).toBeLessThanOrEqual(limit.usd)
  expect(bytesOfRequest()).toBeLessThanOrEqual(limit.bytes)
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

test('the quantities follow the template', () => {
  const { Resources } = structuredClone(readTemplate())
  const change = (id: string, properties: object) => {
    const resource = Resources[id]
    if (!resource) throw new Error(`There is no ${id}.`)
    return quantitiesOf({
      Resources: { ...Resources, [id]: { ...resource, Properties: { ...resource.Properties, ...properties } } },
    })
  }
  expect(change('ApiFunction', { MemorySize: 2048 }).lambdaGbSeconds).toBe(2 * quantities.lambdaGbSeconds)
  expect(change('Sampling', { SamplingRule: { FixedRate: 1 } }).traces).toBe(1_000_000)
  const { AlarmsApiLatency: _, ...withoutAlarm } = Resources
  expect(quantitiesOf({ Resources: withoutAlarm }).alarmMetrics).toBe(quantities.alarmMetrics - 1)
  const more = { ...Resources, More: { Type: 'AWS::CloudWatch::Dashboard', Properties: {} } }
  expect(quantitiesOf({ Resources: more }).dashboards).toBe(1)
})
