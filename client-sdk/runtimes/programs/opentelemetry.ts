// The example of OpenTelemetry with its SDK: prints what is wrong with the spans, as a list.
import { createFrontdesk } from '@frontdesk/client-sdk'
import { observe } from '@frontdesk/client-sdk/observe'
import { propagation, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { deepStrictEqual } from 'node:assert'
import { spansOf } from '../../examples/opentelemetry.ts'
import { faultsOf, serve } from './served.ts'

const exporter = new InMemorySpanExporter()
const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).getTracer('example')
propagation.setGlobalPropagator(new W3CTraceContextPropagator())

const faults = await faultsOf(async () => {
  const answers = [503, 200, 404, 0]
  const service = await serve((_, response) => {
    const status = answers.shift() ?? 200
    if (status === 0) response.destroy()
    else response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  })
  const frontdesk = createFrontdesk({ baseUrl: service.url, token: 't', baseDelay: 1, observe, ...spansOf(tracer) })
  await frontdesk.cases.get('c')
  await frontdesk.cases.get('c').catch(() => undefined)
  await frontdesk.cases.get('c', { maxRetries: 0 }).catch(() => undefined)
  await service.close()

  const spans = exporter.getFinishedSpans()
  const { ERROR, UNSET } = SpanStatusCode
  const route = { 'http.request.method': 'GET', 'url.template': '/cases/{caseId}' }
  const attributes = (attempt: number, more: object) => ({
    ...route,
    'url.full': `${service.url}/cases/c`,
    'http.request.resend_count': attempt - 1,
    ...more,
  })
  deepStrictEqual(
    spans.map(({ name, kind, status, ...span }) => [name, kind, status.code, { ...span.attributes }]),
    [
      ['getCase', SpanKind.CLIENT, ERROR, attributes(1, { 'http.response.status_code': 503, 'error.type': '503' })],
      ['getCase', SpanKind.CLIENT, UNSET, attributes(2, { 'http.response.status_code': 200 })],
      ['getCase', SpanKind.CLIENT, ERROR, attributes(1, { 'http.response.status_code': 404, 'error.type': '404' })],
      ['getCase', SpanKind.CLIENT, ERROR, attributes(1, { 'error.type': 'ConnectionError' })],
    ],
  )
  const parents = service.headers.map(({ traceparent }) => String(traceparent).split('-').slice(1, 3).join('-'))
  const ids = spans.map((span) => `${span.spanContext().traceId}-${span.spanContext().spanId}`)
  deepStrictEqual(parents, ids)
})
console.log(JSON.stringify(faults))
