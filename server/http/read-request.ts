// Reads the parts of a request before it is validated: its body and its parameters, with the types of the contract.
import { hasMedia, hasReadings, type Route } from '../../generated/routes.ts'
import { readAnyBody } from './any-body.ts'
import { readAll } from './any-parameters.ts'
import { readBody, refuseBytes } from './body.ts'
import type { HttpRequest } from './message.ts'
import { invalid } from './problem.ts'
import { readQuery } from './query.ts'

type Context = {
  request: HttpRequest
  malformed: boolean
  query: Record<string, unknown>
  body: unknown
  params?: Record<string, unknown>
}

/** What the contract has. A bundle leaves out the rest. */
const ownNeeds = { media: hasMedia, readings: hasReadings }

/** Throws a problem for what cannot be read. */
export function readRequest(context: Context, route: Route, { media, readings } = ownNeeds) {
  const { request, malformed } = context
  // The body comes first: 415 and 413 go before every 400.
  if (route.protocol) refuseBytes(request)
  else if (media && route.media) Object.assign(context, readAnyBody(request, route))
  else context.body = route.hasBody ? readBody(request, route) : undefined
  if (malformed) throw invalid({ parameter: 'path', detail: 'has an escape that is not UTF-8' })
  refuseRepeated(request.repeated, route.singleHeaders)
  if (readings && route.reads) Object.assign(context, readAll(context, route.reads))
  else context.query = readQuery(request.query, route.integers)
}

/** The values of a repeated header are joined with a comma, which can be part of a single value. */
function refuseRepeated(repeated: readonly string[] | undefined, single: readonly string[]) {
  const parameter = repeated?.find((name) => single.includes(name))
  if (parameter !== undefined) throw invalid({ parameter, detail: 'is given more than once' })
}
