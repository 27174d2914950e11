// What the Bedrock emulator says: the operation that fits the words of the conversation, the same for the same words.
import { title } from '../../../generated/names.ts'
import { anything, stemsOf, topics, type Row, type Topic } from './topics.ts'

export type Turn = { role: 'user' | 'assistant'; text: string }

/** A topic that is named goes before one that is only spoken of. */
function topicOf(text: string): Topic | undefined {
  const stems = stemsOf(text)
  return (
    topics.find(({ names }) => stems.some((stem) => names.has(stem))) ??
    topics.find(({ related }) => stems.some((stem) => related.has(stem)))
  )
}

const rowFor = (question: string, earlier: readonly string[]): Row | undefined => {
  const topic = topicOf(question)
  if (topic) return topic.rows.find(({ asks }) => asks.test(question))
  // "And how do I delete one?" is about the topic before it. "Thank you" is about none.
  const before = earlier.map(topicOf).findLast((found) => found !== undefined)
  return before?.rows.find(({ asks }) => asks !== anything && asks.test(question))
}

const names = topics.map(({ name }) => name)

/** The answer to a conversation that ends with the user's question. */
export const answerTo = (turns: readonly Turn[]): string => {
  const asked = turns.filter(({ role }) => role === 'user').map(({ text }) => text)
  const row = rowFor(asked.at(-1) ?? '', asked.slice(0, -1))
  const seen = turns.length - 1
  return [
    `This is ${title}'s local emulator of Amazon Bedrock; no model is running.`,
    row
      ? `To ${row.does} I would call ${row.operationId}: ${row.call}.`
      : `You can ask about ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}, and I name the operation for it.`,
    ...(seen > 0 ? [`I have seen ${seen} earlier ${seen === 1 ? 'turn' : 'turns'} of this conversation.`] : []),
  ].join(' ')
}
