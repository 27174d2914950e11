// Spans of OpenTelemetry, one for each attempt: `createFrontdesk({ baseUrl, token, observe, ...spansOf(tracer) })`.
import type { Hooks } from '@frontdesk/client-sdk'
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Attributes, Span, Tracer } from '@opentelemetry/api'

export function spansOf(tracer: Tracer): Hooks {
  const spans = new WeakMap<object, Span>()
  const end = (call: object, attributes: Attributes, code = SpanStatusCode.ERROR) =>
    spans.get(call)?.setAttributes(attributes).setStatus({ code }).end() ?? spans.delete(call)
  const failed = ({ call, url, error }: { call: object; url: string; error: unknown }) =>
    end(call, { 'url.full': url, 'error.type': nameOf(error) })
  return {
    onRequest: ({ call, operationId = 'request', method, path, attempt, headers }) => {
      const attributes = {
        'http.request.method': method,
        'url.template': path,
        'http.request.resend_count': attempt - 1,
      }
      const span = tracer.startSpan(operationId, { kind: SpanKind.CLIENT, attributes })
      spans.set(call, span)
      // The service of another origin must allow the header, before a page of a browser may send it.
      propagation.inject(trace.setSpan(context.active(), span), headers, {
        set: (to, name, text) => to.set(name, text),
      })
    },
    onResponse: ({ call, url, status }) => {
      const attributes = { 'url.full': url, 'http.response.status_code': status }
      if (status < 400) end(call, attributes, SpanStatusCode.UNSET)
      else end(call, { ...attributes, 'error.type': String(status) })
    },
    // An attempt that was answered has ended its span.
    onRetry: failed,
    onError: failed,
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'abort')
