// CustomerCreated, from the table's stream to the workflow: filter, shape, pattern and schema, as infra deploys them.
import { customerCreatedTrigger } from './definition.ts'

export const source = 'customer.api'
export const detailType = 'CustomerCreated'

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

type Contract = { info: { version: string }; components: { schemas: { CustomerId: object } } }

/**
 * The event as EventBridge hands it to a rule's targets, in JSON Schema. Its version is the contract's. Open, so that
 * who validates by it can take an event of a later version.
 */
export function customerCreatedSchema({ info, components: { schemas } }: Contract) {
  const text = { type: 'string', minLength: 1 }
  const members = {
    version: { ...text, description: "Version of EventBridge's envelope." },
    id: { ...text, description: 'Id of the event, new at each delivery from the stream.' },
    'detail-type': { const: detailType },
    source: { const: source },
    account: { ...text, description: 'AWS account of the bus.' },
    time: { type: 'string', format: 'date-time', description: 'When the event was published (RFC 3339, UTC).' },
    region: { ...text, description: 'AWS region of the bus.' },
    resources: { type: 'array', items: { type: 'string' }, description: 'Empty.' },
    detail: {
      type: 'object',
      description: 'The customer that was created.',
      required: ['id'],
      properties: { id: schemas.CustomerId },
    },
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:frontdesk:event:${detailType}:${info.version}`,
    title: detailType,
    description:
      'A customer that was not there was created. Delivered at least once, and perhaps after it was deleted again.',
    type: 'object',
    required: Object.keys(members),
    properties: members,
  }
}
