// The log of one request, as prod writes it: the function's line, and the gateway's.
import { createLog } from '../../server/log.ts'
import { accessLog } from '../api.ts'

/** CloudWatch counts so many bytes for each line besides its text. */
const bytesOfEvent = 26

const id = '0b7c4a3e-5d1f-4c27-9a75-1f0e2d3c4b5a'

/** A request whose parts are as long as they usually are. */
const usual = {
  method: 'GET',
  path: `/cases/${id}`,
  operationId: 'getCaseUploadUrl',
  caller: { kind: 'user', id } as const,
  status: 200,
  durationMs: 12.3,
  requestId: id,
  callerRequestId: id,
  trace: 'Root=1-67891233-abcdef012345678912345678',
}

const usualContext: Record<string, string> = {
  requestId: id,
  'identity.sourceIp': '203.0.113.199',
  'identity.userAgent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'identity.apiKeyId': '-',
  httpMethod: 'GET',
  resourcePath: '/cases/{caseId}/upload',
  status: '200',
  'error.responseType': '-',
  responseLatency: '12',
  'integration.latency': '11',
  wafResponseCode: 'WAF_ALLOW',
}

/** The line of a warm request. */
export function requestLine(): string {
  const lines: string[] = []
  createLog({ ENV: 'prod' }, (line) => lines.push(line)).request(usual)
  return lines.join('')
}

/** @throws when the format has a member that is not known here */
export const accessLine = (): string =>
  accessLog.toString().replaceAll(/\$context\.([\w.]+)/g, (variable, name: string) => {
    const value = usualContext[name] ?? usualContext[name.replace(/Latency$/, '.latency')]
    if (value === undefined) throw new Error(`The access log has ${variable}, of no known length.`)
    return value
  })

/** Lambda's own lines are those of failures alone (infra/function.ts). */
export const bytesOfRequest = () =>
  [requestLine(), accessLine()].reduce((sum, line) => sum + Buffer.byteLength(line) + bytesOfEvent, 0)

/** The names of the metrics that CloudWatch keeps because of each request, and the cold starts. */
export function metricsOfEveryRequest(): string[] {
  const lines: string[] = []
  createLog({ ENV: 'prod', AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' }, (line) => lines.push(line)).request(usual)
  const { _aws: embedded } = JSON.parse(lines.join('')) as {
    _aws: { CloudWatchMetrics: { Metrics: { Name: string }[] }[] }
  }
  return embedded.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name))
}
