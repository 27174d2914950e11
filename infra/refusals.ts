// Which rules of the firewall would refuse what the contract allows. Those are counted; the others block.
import type { Operation } from '../codegen/model.ts'
import { allows, isUserAgent, longestOf, textsIn } from './allowed-texts.ts'
import type { ManagedRule } from './managed-rules.ts'

export type Contracted = { operations: Operation[] }

/** Whether the contract allows a request that the rule refuses. */
export const refusesAllowed = (rule: ManagedRule, { operations }: Contracted): boolean =>
  operations.some((operation) => refusesOf(rule, operation))

function refusesOf({ place, refuses }: ManagedRule, operation: Operation): boolean {
  // A header that the contract does not ask for may be missing.
  if (refuses === 'absence') return !asksForUserAgent(operation)
  const texts = textsIn(operation, place)
  if ('longerThan' in refuses) return place === 'cookie' ? false : longestIn(operation, place) > refuses.longerThan
  return texts.some((schema) =>
    schema.enum
      ? schema.enum.some((value: unknown) => refuses.text.test(String(value)))
      : refuses.examples.some((example) => allows(schema, example)),
  )
}

const asksForUserAgent = ({ parameters }: Operation) =>
  parameters.some(({ in: place, name, required }) => place === 'header' && isUserAgent(name) && required)

/** The longest path, query or body of an operation. Texts of a body may repeat in lists, so any body counts as too long. */
function longestIn(operation: Operation, place: ManagedRule['place']): number {
  if (place === 'body') return operation.body === undefined ? 0 : Infinity
  const parameters = operation.parameters.filter((parameter) => parameter.in === place)
  const values = parameters.map(({ name, schema }) => {
    const { type } = schema ?? {}
    const isNumber = type === 'integer' || type === 'number' || type === 'boolean'
    const value = isNumber ? longestNumber : type === 'string' && schema ? longestOf(schema) : Infinity
    return value + (place === 'query' ? encodeURIComponent(name).length + '=&'.length : 0)
  })
  return values.reduce((sum, length) => sum + length, place === 'path' ? operation.path.length + longestStage : 0)
}

/** As `-1.7976931348623157e+308`. */
const longestNumber = 24
/** The default endpoint has the name of the stage in front. */
const longestStage = 20
