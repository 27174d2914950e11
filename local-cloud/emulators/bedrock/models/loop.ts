// A model that never comes to an end: it looks up the same thing again and again.
import { requiredOf } from './arguments.ts'
import { calls, type Model } from './model.ts'

export const loop: Model = (conversation) => {
  const tool = conversation.tools?.find((known) => requiredOf(known).length === 0)
  if (!tool) return { content: [{ text: 'I would look further.' }] }
  return { content: [{ text: 'I look further.' }, ...calls(conversation, [{ name: tool.name, input: {} }])] }
}
