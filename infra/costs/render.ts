// The table of a month's costs, with the source of each price.
import { prices, type PriceName } from './prices.ts'
import { assumed, quantitiesOf, readTemplate, type Quantities } from './quantities.ts'
import { longestLog } from './request-log.ts'

/** The parts of the bill, each with the prices that it is made of. */
const parts: Record<string, PriceName[]> = {
  'API Gateway (REST)': ['gatewayRequests'],
  'Lambda (arm64)': ['lambdaRequests', 'lambdaGbSeconds'],
  'DynamoDB, on demand': ['writeUnits', 'readUnits'],
  'DynamoDB, storage and backup': ['storedGb', 'backupGb'],
  'CloudWatch Logs': ['logGb'],
  'CloudWatch metrics': ['metrics'],
  'CloudWatch alarms': ['alarmMetrics'],
  'CloudWatch dashboard, a setting': ['dashboards'],
  'X-Ray': ['traces'],
  WAF: ['webAcls', 'webAclRules', 'webAclRequests'],
  'Step Functions': ['transitions'],
}

const costOf = (quantities: Quantities, name: PriceName) => (quantities[name] / prices[name].per) * prices[name].usd

export const totalOf = (quantities: Quantities) =>
  Object.values(parts)
    .flat()
    .reduce((sum, name) => sum + costOf(quantities, name), 0)

export function renderCosts(quantities = quantitiesOf(readTemplate())): string {
  const sources = [...new Set(Object.values(prices).map(({ source }) => source))]
  const rows = Object.entries(parts).map(([part, names]) => [
    part,
    names.map((name) => `${figure(quantities[name])} ${prices[name].unit}`).join(', '),
    names.map((name) => priceOf(name, sources)).join(', '),
    names.reduce((sum, name) => sum + costOf(quantities, name), 0).toFixed(2),
  ])
  const total = ['**together**', '', '', `**${totalOf(quantities).toFixed(2)}**`]
  const { operationId, request, access, bytes } = longestLog
  const length = (line: string) => Buffer.byteLength(line)
  return [
    assumptionsOf(quantities),
    '',
    table([['', 'amount', 'price in USD', 'USD'], ...rows, total]),
    '',
    `The log of a request has at most ${bytes} bytes, with \`${operationId}\`: ${length(request)} in the function's line, ${length(access)} in the gateway's, and CloudWatch's own for each. A warm request`,
    `is billed as ${assumed.warmMilliseconds} ms, which 99 in a hundred stay below. ${figure(assumed.coldStarts)} requests are billed as a start of ${assumed.coldMilliseconds} ms each.`,
    '',
    'Sources:',
    '',
    ...sources.map((source, n) => `${n + 1}. ${source}.`),
  ].join('\n')
}

function assumptionsOf({ transitions }: Quantities): string {
  const { requests, writes, storedGb, execution } = assumed
  return [
    `A month of prod in us-east-1 with ${figure(requests)} requests and no free tier. ${figure(writes)} of them write up to 1 KB, each to a table and two indexes,`,
    `and ${figure(requests - writes)} read one unit. ${storedGb} GB are stored. The clock starts the workflow ${figure(transitions / execution.transitions)} times.`,
  ].join('\n')
}

const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 4 })

function priceOf(name: PriceName, sources: string[]): string {
  const { usd, per, source } = prices[name]
  const each = per === 1 ? '' : per === 1000 ? ' a thousand' : ' a million'
  return `${usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 10 })}${each} [${sources.indexOf(source) + 1}]`
}

function table([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
