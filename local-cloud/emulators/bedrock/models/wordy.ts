// A model with much to say: it writes slowly where it writes into a stream.
import type { Model } from './model.ts'
import { toolUser } from './tool-user.ts'

const filler = 'This model writes slowly, word by word. '.repeat(5).trim()

export const wordy: Model = (conversation) => {
  const answer = toolUser(conversation)
  const isLast = answer.content.every((block) => 'text' in block)
  return isLast ? { ...answer, content: [...answer.content, { text: ` ${filler}` }] } : answer
}
