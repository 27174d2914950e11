// generated/events/: for each event that the service publishes its names, and its JSON Schema in the contract's version.
import { resolve, type Contract, type EventType, type Schema } from '../contract.ts'
import { namesOf } from '../names.ts'

const text = { type: 'string', minLength: 1 }

/** The members that EventBridge puts around `detail`. */
const envelope = {
  version: { ...text, description: "Version of EventBridge's envelope." },
  id: { ...text, description: 'Id of the event, new at each delivery from the stream.' },
}
const delivery = {
  account: { ...text, description: 'AWS account of the bus.' },
  time: { type: 'string', format: 'date-time', description: 'When the event was published (RFC 3339, UTC).' },
  region: { ...text, description: 'AWS region of the bus.' },
  resources: { type: 'array', items: { type: 'string' }, description: 'Empty.' },
}

/**
 * An event as EventBridge gives it to a rule's targets. The schema is open, so that a consumer that validates with it
 * can take an event of a later version.
 */
export function eventSchema(contract: Contract, { source, detailType, description, detail }: EventType) {
  const members = {
    ...envelope,
    'detail-type': { const: detailType },
    source: { const: source },
    ...delivery,
    detail: inlined(contract, detail),
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:${namesOf(contract).name}:event:${detailType}:${contract.info.version}`,
    title: detailType,
    description,
    type: 'object',
    required: Object.keys(members),
    properties: members,
  }
}

function inlined(contract: Contract, schema: Schema): object {
  const properties = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, resolve(contract, one)])
  return { ...schema, properties: Object.fromEntries(properties) as object }
}

/** Path under generated/events/ → its content. */
export function renderEvents(contract: Contract): Record<string, string> {
  const files = (contract['x-events'] ?? []).flatMap((event): [string, string][] => {
    const name = kebabCase(event.detailType)
    const schema = `${JSON.stringify(eventSchema(contract, event), undefined, 2)}\n`
    const names = [`export const source = '${event.source}'`, `export const detailType = '${event.detailType}'`]
    return [
      [`${name}.schema.json`, schema],
      [`${name}.ts`, `${names.join('\n')}\n`],
    ]
  })
  return Object.fromEntries(files)
}

const kebabCase = (name: string) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
