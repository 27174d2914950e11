// The advice of the emulator's model: the operation that fits the words of the conversation, the same for the same words.
import { title } from '../../../../generated/names.ts'
import { anything, stemsOf, topics, type Row, type Topic } from '../topics.ts'

export type Turn = { role: 'user' | 'assistant'; text: string }

/** A topic that is named goes before one that is only spoken of. */
function topicOf(text: string): Topic | undefined {
  const stems = stemsOf(text)
  return namedIn(stems, topics) ?? topics.find(({ related }) => stems.some((stem) => related.has(stem)))
}

/** The topic whose name has the largest part of its words there; of equals the one with more words: work orders, not orders. */
export function namedIn<Named extends Pick<Topic, 'names'>>(stems: string[], all: readonly Named[]): Named | undefined {
  const found = all.map((topic) => {
    const count = [...topic.names].filter((name) => stems.includes(name)).length
    return { topic, count, part: count / topic.names.size }
  })
  const [best] = found.filter(({ count }) => count > 0).sort((a, b) => b.part - a.part || b.count - a.count)
  return best?.topic
}

/** What the question is about. */
type Subject = { topic: Topic; row: Row }

const rowIn = (topic: Topic | undefined, fits: (row: Row) => boolean): Subject | undefined => {
  const row = topic?.rows.find(fits)
  return topic && row && { topic, row }
}

/** @param turns A conversation that ends with the user's question. */
export const subjectOf = (turns: readonly Turn[]): Subject | undefined => {
  const asked = turns.filter(({ role }) => role === 'user').map(({ text }) => text)
  const question = asked.at(-1) ?? ''
  const topic = topicOf(question)
  if (topic) return rowIn(topic, ({ asks }) => asks.test(question))
  // "And how do I delete one?" is about the topic before it. "Thank you" is about none.
  const before = asked
    .slice(0, -1)
    .map(topicOf)
    .findLast((found) => found !== undefined)
  return rowIn(before, ({ asks }) => asks !== anything && asks.test(question))
}

const names = topics.map(({ name }) => name)

/** The emulator names itself, and the turns that it has seen. */
export const signed = (turns: readonly Turn[], ...said: string[]): string => {
  const seen = turns.length - 1
  return [
    `This is ${title}'s local emulator of Amazon Bedrock; no model is running.`,
    ...said,
    ...(seen > 0 ? [`I have seen ${seen} earlier ${seen === 1 ? 'turn' : 'turns'} of this conversation.`] : []),
  ].join(' ')
}

/** The advice to a conversation that ends with the user's question. */
export const adviceTo = (turns: readonly Turn[]): string => {
  const { row } = subjectOf(turns) ?? {}
  const others = `You can ask about ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}, and I name the operation for it.`
  return signed(turns, row ? `To ${row.does} I would call ${row.operationId}: ${row.call}.` : others)
}
