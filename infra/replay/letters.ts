// A message of the dead-letter queue: whose event it is, and what starts its work again.
import { detailType } from '../../generated/events/customer-created.ts'
import { rule, schedule } from '../../server/workflow/customer-created.ts'

export type Letter = { id: string; body: string; attributes: Record<string, string> }

export type Work =
  /** An event of a rule for the state machine. */
  | { do: 'start'; stateMachineArn: string; input: string }
  /** An event of a rule for a function. */
  | { do: 'invoke'; functionArn: string; payload: string }
  /** The clock's: its next start has come long ago. */
  | { do: 'drop'; why: string }
  /** Somebody has to look. */
  | { do: 'keep'; why: string }

type Json = Record<string, unknown>

/** EventBridge names the target in an attribute (user guide, "Using dead-letter queues"). The pipe's messages have none. */
export function workOf({ body, attributes }: Letter): Work {
  const event = parsed(body)
  if (!event) return { do: 'keep', why: 'The body is no JSON object.' }
  const target = attributes.TARGET_ARN
  if (target === undefined) return { do: 'keep', why: reasonOfPipe(event) }
  if (event['detail-type'] === 'Scheduled Event' || body === JSON.stringify(schedule.input))
    return { do: 'drop', why: 'The clock has started the workflow again since.' }
  if (/:states:[^:]*:\d*:stateMachine:/.test(target)) {
    const input = event['detail-type'] === detailType ? inputOf(event) : event
    return input === undefined
      ? { do: 'keep', why: 'The event lacks what the workflow needs.' }
      : { do: 'start', stateMachineArn: target, input: JSON.stringify(input) }
  }
  if (/:lambda:[^:]*:\d*:function:/.test(target)) return { do: 'invoke', functionArn: target, payload: body }
  return { do: 'keep', why: `Nobody knows how to start ${target}.` }
}

/** What the rule makes of the event (server/workflow/customer-created.ts). */
function inputOf(event: Json): Json | undefined {
  let isWhole = true
  const text = rule.inputTemplate.replaceAll(/<(\w+)>/g, (_, name: string) => {
    const path = new Map(Object.entries(rule.inputPaths)).get(name) ?? ''
    const value = path.split('.').slice(1).reduce(memberOf, event)
    if (value === undefined) isWhole = false
    return JSON.stringify(value ?? null)
  })
  return isWhole ? parsed(text) : undefined
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

function reasonOfPipe({ DDBStreamBatchInfo: batch }: Json): string {
  if (typeof batch !== 'object' || batch === null) return 'It names no target.'
  const { shardId, startSequenceNumber, endSequenceNumber } = batch as Json
  return `Records of the stream: shard ${String(shardId)}, ${String(startSequenceNumber)} to ${String(endSequenceNumber)}. Submit the workflow for each customer (docs/runbooks/replay-dead-letters.md).`
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
