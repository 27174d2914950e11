// generated/events/: the names of each event that the service publishes, and its JSON Schema in the contract's version.
import type { EventType, Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print } from '../typescript/print.ts'
import { quote } from '../typescript/syntax.ts'

const text = { type: 'string', minLength: 1 }

/**
 * An event as EventBridge gives it to a rule's targets. The schema is open, so that a consumer that validates with it
 * can take an event of a later version.
 */
export function eventSchema({ names, version }: Model, { source, detailType, description, detail }: EventType) {
  const members = {
    version: { ...text, description: "Version of EventBridge's envelope." },
    id: { ...text, description: 'Id of the event, new at each delivery from the stream.' },
    'detail-type': { const: detailType },
    source: { const: source },
    account: { ...text, description: 'AWS account of the bus.' },
    time: { type: 'string', format: 'date-time', description: 'When the event was published (RFC 3339, UTC).' },
    region: { ...text, description: 'AWS region of the bus.' },
    resources: { type: 'array', items: { type: 'string' }, description: 'Empty.' },
    detail,
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:${names.name}:event:${detailType}:${version}`,
    title: detailType,
    description,
    type: 'object',
    required: Object.keys(members),
    properties: members,
  }
}

/** Path under generated/events/ → its content. */
export function renderEvents(model: Model): Record<string, string> {
  const files = model.events.flatMap((event): [string, string][] => {
    const name = event.detailType.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
    return [
      [`${name}.schema.json`, `${JSON.stringify(eventSchema(model, event), undefined, 2)}\n`],
      [`${name}.ts`, renderNames(event)],
    ]
  })
  return Object.fromEntries(files)
}

const renderNames = ({ source, detailType, description }: EventType): string =>
  print([
    [comment(description), `export const detailType = ${quote(detailType)}`, hardline, hardline],
    [comment('The sender of the event.'), `export const source = ${quote(source)}`, hardline],
  ])
