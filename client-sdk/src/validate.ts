// The entry `validate`: checks answers against the contract, by validators that were compiled ahead of time.
import { validators } from '../../generated/client-sdk/answer-validators.js'
import type { CheckAnswer } from './check-answer.ts'
import { SdkError } from './errors.ts'

export type { CheckAnswer } from './check-answer.ts'

/** A success that is not as the contract promises. Its message has the place and the rule, and no value of the answer. */
export class AnswerError extends SdkError {
  static override readonly name = 'AnswerError'
  declare readonly name: 'AnswerError'
  /** The HTTP status of the answer. */
  declare readonly status: number
  /** The place in the body, a JSON Pointer such as `/cases/0/status`. It is empty for the whole body. */
  declare readonly pointer: string
  /** The keyword of the schema that the place breaks, such as `enum`; `status` when the contract has no such status. */
  declare readonly rule: string
  /** The request's id. Quote it when you ask for help. */
  declare readonly requestId: string | undefined
}

/**
 * Checks each success against the contract. Members that the contract does not name are allowed, unless it closes the
 * object.
 *
 * @example
 * const client = createClient({ baseUrl, token, validate: answers })
 */
export const answers: CheckAnswer = ({ id, method, path }, { data, status, headers }) => {
  const known = validators[`${method.toUpperCase()} ${path}`]
  const validate = known?.[status] ?? known?.[`${String(status)[0]}XX`] ?? known?.default
  const isKnown = known && [status, `${String(status)[0]}XX`, 'default'].some((key) => key in known)
  if (!known || (isKnown && (!validate || validate(data)))) return
  const { pointer, rule } = isKnown ? faultOf(validate?.errors ?? []) : { pointer: '', rule: 'status' }
  const place =
    rule === 'status'
      ? 'with a status that the contract does not have'
      : `with a body that breaks the rule ${rule} at '${pointer}'`
  throw new AnswerError(
    `${id ?? `${method} ${path}`} answered ${status} ${place}`,
    {},
    { status, pointer, rule, requestId: headers.get('x-request-id') ?? undefined },
  )
}

type Faults = { keyword: string; instancePath: string; params: Record<string, unknown> }[]

/** The deepest fault. A union tells the faults of its branches before its own. */
function faultOf(faults: Faults): { pointer: string; rule: string } {
  const depth = ({ instancePath }: Faults[number]) => instancePath.split('/').length
  const deepest = faults.reduce<Faults[number] | undefined>(
    (found, fault) => (found && depth(found) > depth(fault) ? found : fault),
    undefined,
  )
  const { keyword = '', instancePath = '', params = {} } = deepest ?? {}
  // A missing and an unknown member are places of their own.
  const member = params.missingProperty ?? params.additionalProperty
  const escaped = typeof member === 'string' ? `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}` : ''
  return { pointer: instancePath + escaped, rule: keyword }
}
