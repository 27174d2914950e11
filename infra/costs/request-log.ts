// The log of one request, as prod writes it: the function's line, and the gateway's.
import { name } from '../../generated/names.ts'
import { loggedPath } from '../../server/http/logged-path.ts'
import { createLog, type Facts } from '../../server/log.ts'
import { accessLog } from '../api.ts'
import { model } from '../model.ts'

/** CloudWatch counts so many bytes for each line besides its text. */
const bytesOfEvent = 26

const id = '0b7c4a3e-5d1f-4c27-9a75-1f0e2d3c4b5a'
const apiKeyId = 'a1b2c3d4e5'

/** A request whose parts are as long as they usually are. A page names no SDK, and has the longest User-Agent. */
const ofPage = {
  status: 200,
  durationMs: 123.4,
  requestId: id,
  callerRequestId: id,
  trace: 'Root=1-67891233-abcdef012345678912345678',
}

const callers: Record<string, Pick<Facts, 'caller' | 'consumer'>> = {
  user: { caller: { kind: 'user', id } },
  apiKey: { caller: { kind: 'apiKey', id: apiKeyId }, consumer: 'a-consumer' },
  anyone: { caller: { kind: 'anyone', id: 'anyone' } },
}

const usualContext: Record<string, string> = {
  requestId: id,
  'identity.sourceIp': '203.0.113.199',
  'identity.userAgent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'identity.apiKeyId': '-',
  status: '200',
  'error.responseType': '-',
  responseLatency: '123',
  'integration.latency': '122',
}

type Called = Pick<(typeof model.operations)[number], 'operationId' | 'method' | 'path' | 'caller'>

/** The line of a warm request. */
function requestLine({ operationId, method, path, caller }: Called, more: Partial<Facts> = {}): string {
  const lines: string[] = []
  createLog({ ENV: 'prod' }, (line) => lines.push(line)).request({
    ...ofPage,
    ...((callers[caller] ?? callers.user) as Pick<Facts, 'caller'>),
    method: method.toUpperCase(),
    path: loggedPath(path.replaceAll(/\{\w+\}/g, id)),
    operationId,
    ...more,
  })
  return lines.join('')
}

/** @throws when the format has a member that is not known here */
function accessLine({ method, path, caller }: Called, more: Record<string, string> = {}): string {
  const context: Record<string, string> = {
    ...usualContext,
    ...(caller === 'apiKey' && { 'identity.apiKeyId': apiKeyId }),
    httpMethod: method.toUpperCase(),
    resourcePath: path,
    ...more,
  }
  return accessLog.toString().replaceAll(/\$context\.([\w.]+)/g, (variable, name: string) => {
    const value = context[name] ?? context[name.replace(/Latency$/, '.latency')]
    if (value === undefined) throw new Error(`The access log has ${variable}, of no known length.`)
    return value
  })
}

export type RequestLog = { operationId: string; request: string; access: string; bytes: number }

/** Lambda's own lines are those of failures alone (infra/function.ts). */
const logOf = (operationId: string, request: string, access: string): RequestLog => ({
  ...{ operationId, request, access },
  bytes: Buffer.byteLength(request) + Buffer.byteLength(access) + 2 * bytesOfEvent,
})

/** Each operation, called from a page and from a server. */
export const requestLogs: RequestLog[] = model.operations.flatMap((operation) => [
  logOf(operation.operationId, requestLine(operation), accessLine(operation)),
  logOf(
    operation.operationId,
    requestLine(operation, { sdk: `${name}-client-sdk/12.34.56 Node.js/24.21.0` }),
    accessLine(operation, { 'identity.userAgent': 'node' }),
  ),
])

/** The operation with the longest lines: no request costs more. */
export const longestLog = requestLogs.reduce((longest, log) => (log.bytes > longest.bytes ? log : longest))

/** The names of the metrics that CloudWatch keeps because of each request, and the cold starts. */
export function metricsOfEveryRequest(): string[] {
  const lines: string[] = []
  const [operation] = model.operations
  if (!operation) throw new Error('The contract has no operation.')
  createLog({ ENV: 'prod', AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' }, (line) => lines.push(line)).request({
    ...ofPage,
    ...{ caller: { kind: 'user', id }, method: 'GET', path: operation.path, operationId: operation.operationId },
  })
  const { _aws: embedded } = JSON.parse(lines.join('')) as {
    _aws: { CloudWatchMetrics: { Metrics: { Name: string }[] }[] }
  }
  return embedded.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name))
}
