// Ajv's errors → faults: which place in the request is wrong, in words for a client.
import type { ErrorObject } from 'ajv'
import type { Fault } from './problem.ts'

/** What Ajv reports with the message. The members depend on the keyword. */
type AjvParams = { missingProperty?: string; additionalProperty?: string; allowedValues?: string[] }

/** Returns one fault for each place. More faults of one place follow from the first, or come with the next request. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const faults = new Map<string, Fault>()
  for (const { instancePath, keyword, params, message } of errors) {
    const { missingProperty, additionalProperty, allowedValues } = params as AjvParams
    const member = missingProperty ?? additionalProperty
    const place = member === undefined ? instancePath : `${instancePath}/${escapePointer(member)}`
    const detail =
      keyword === 'required'
        ? 'is required'
        : keyword === 'additionalProperties'
          ? 'is unknown here'
          : keyword === 'enum'
            ? `must be one of ${allowedValues?.join(', ') ?? ''}`
            : (message ?? 'is not valid')
    if (!faults.has(place)) faults.set(place, faultAt(place, detail))
  }
  return [...faults.values()]
}

/** openapi-backend validates `{path, query, header, cookie, requestBody}` as one object. */
function faultAt(place: string, detail: string): Fault {
  const [, source = '', ...steps] = place.split('/')
  if (source === 'requestBody') return { pointer: steps.map((step) => `/${step}`).join(''), detail }
  return { parameter: unescapePointer(steps[0] ?? source), detail }
}

const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
const unescapePointer = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~')
