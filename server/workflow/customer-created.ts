// CustomerCreated on its way from the table's stream to the workflow: filter, pattern, schedule, and the workflow's input.
import { detailType, source } from '../../generated/events/customer-created.ts'

/** The trigger that the rule on CustomerCreated names. */
export const customerCreatedTrigger = 'customer_created'

/** The input of an execution. Only the rule on CustomerCreated names a trigger. */
export type WorkflowInput = { id: string; trigger?: typeof customerCreatedTrigger }

/** The stream of the customers table. A customer is its id, so the keys are all there is to say. */
export const stream = { viewType: 'KEYS_ONLY', startingPosition: 'TRIM_HORIZON' } as const

/** The pipe from the stream to the bus. */
export const pipe = {
  /** An event pattern on the stream's records: a put of what is there already is not a creation. */
  filter: { eventName: ['INSERT'] },
  target: {
    source,
    detailType,
    inputTemplate: '{"id": <$.dynamodb.Keys.id.S>}',
  },
} as const

/** The rule from the bus to the state machine. */
export const rule = {
  pattern: { source: [source], 'detail-type': [detailType] },
  inputPaths: { id: '$.detail.id' },
  inputTemplate: `{"id": <id>, "trigger": "${customerCreatedTrigger}"}`,
} as const

/** The schedule of the state machine: its first execution inserts the id, the later ones find it. */
export const schedule = { expression: 'rate(5 minutes)', input: { id: 'scheduled-check' } } as const
