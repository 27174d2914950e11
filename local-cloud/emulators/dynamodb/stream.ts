// The stream of a table: its changes in order, in a journal until the one consumer has acknowledged them.
//
// dynalite has no streams, so the emulator derives the changes. Before a write it notes the item's image (an intent).
// After the write it compares the image with the item. A difference becomes a record; no difference becomes none, as in
// DynamoDB. A kill between the two leaves the intent in the journal, and the next start compares. So every write has its
// record, also that of a customer who was created and deleted at once. The API's function need not write a second time.
// The emulator has no shards, no second consumer, and no end of a record after 24 hours.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { openJournal } from '../journal.ts'

export type Item = Record<string, AttributeValue>

type StreamRecord = {
  eventID: string
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  eventVersion: '1.1'
  eventSource: 'aws:dynamodb'
  awsRegion: string
  dynamodb: { ApproximateCreationDateTime: number; Keys: Item; SequenceNumber: string; StreamViewType: 'KEYS_ONLY' }
}

type Intent = { intent: string; keys: Item; before: Item | null }

type Entry = Intent | { settled: string; record: StreamRecord | null } | { acknowledged: string }

export type TableStream = ReturnType<typeof openStream>

export function openStream({ file, region }: { file: string; region: string }) {
  const intents = new Map<string, Intent>()
  const records = new Map<string, StreamRecord>()
  const apply = (entry: Entry) => {
    if ('intent' in entry) intents.set(entry.intent, entry)
    else if ('acknowledged' in entry) records.delete(entry.acknowledged)
    else {
      intents.delete(entry.settled)
      if (entry.record) records.set(entry.record.eventID, entry.record)
    }
  }
  const journal = openJournal<Entry>({
    file,
    isEntry,
    keep: (entries) => {
      for (const entry of entries) apply(entry)
      const unread = [...records.values()].map((record) => ({ settled: record.eventID, record }))
      return [...unread, ...intents.values()]
    },
  })
  // On a full disk only new writes are refused. What follows from an earlier write is stored when there is room. After a
  // kill before that, the intent is compared again, and a record is delivered again: nothing is lost.
  const appendLater = (entry: Entry) => {
    journal.appendLater(entry)
    apply(entry)
  }
  let changes = 0
  let listener: (() => void) | undefined

  return {
    /** The writes whose outcome is unknown. */
    unsettled: () => [...intents.values()],
    /** Notes that the item is about to be written. */
    intend: (keys: Item, before: Item | undefined): Intent => {
      const intent = { intent: randomUUID(), keys, before: before ?? null }
      journal.append(intent)
      apply(intent)
      return intent
    },
    /** Records the change that the write has made, if any. */
    settle: ({ intent, keys, before }: Intent, after: Item | undefined) => {
      const eventName = changeOf(before ?? undefined, after)
      const record = eventName && recordOf({ eventID: intent, eventName, awsRegion: region, keys, number: changes++ })
      appendLater({ settled: intent, record: record ?? null })
      if (record) listener?.()
    },
    /** The oldest record that the consumer has not acknowledged. */
    oldest: (): StreamRecord | undefined => records.values().next().value,
    acknowledge: ({ eventID }: StreamRecord) => appendLater({ acknowledged: eventID }),
    onRecord: (listen: () => void) => {
      listener = listen
    },
    close: journal.close,
  }
}

function isEntry({ intent, keys, before, settled, record, acknowledged }: Record<string, unknown>): boolean {
  if (typeof acknowledged === 'string') return true
  if (typeof settled === 'string') return record === null || isRecord(record)
  return typeof intent === 'string' && isObject(keys) && (before === null || isObject(before))
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null

function isRecord(value: unknown): boolean {
  const { eventID, eventName, dynamodb } = Object(value) as Partial<StreamRecord>
  return typeof eventID === 'string' && typeof eventName === 'string' && isObject(dynamodb?.Keys)
}

type Change = Pick<StreamRecord, 'eventID' | 'eventName' | 'awsRegion'> & { keys: Item; number: number }

function recordOf({ eventID, eventName, awsRegion, keys, number }: Change): StreamRecord {
  const now = Date.now()
  const dynamodb = {
    ApproximateCreationDateTime: now / 1000,
    Keys: keys,
    SequenceNumber: `${now}${String(number).padStart(8, '0')}`,
    StreamViewType: 'KEYS_ONLY' as const,
  }
  return { eventID, eventName, eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion, dynamodb }
}

function changeOf(before: Item | undefined, after: Item | undefined): StreamRecord['eventName'] | undefined {
  if (!before) return after && 'INSERT'
  if (!after) return 'REMOVE'
  return isDeepStrictEqual(before, after) ? undefined : 'MODIFY'
}
