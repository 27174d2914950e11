// The assistant's operation.
import type { Operation } from '../operation.ts'
import { invalid } from '../http/problem.ts'

export const chat: Operation<'chat'> = async ({ body: { message, history = [] } }, { assistant }) => {
  const wrong = history.findIndex(({ role }, turn) => role !== (turn % 2 === 0 ? 'user' : 'assistant'))
  if (wrong !== -1) throw invalid({ pointer: `/history/${wrong}/role`, detail: 'must alternate, beginning with user' })
  if (history.at(-1)?.role === 'user') throw invalid({ pointer: '/history', detail: 'must end with the assistant' })
  const body = await assistant.reply([...history, { role: 'user', content: message }])
  return { status: 200, body }
}
