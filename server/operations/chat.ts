// The assistant's operation.
import type { Operation } from '../operation.ts'
import { invalid } from '../http/problem.ts'

/** The model is paid for by what it reads, so one request has a limit however many turns it has. */
const maxCharacters = 32_000

export const chat: Operation<'chat'> = async ({ body: { message, history = [] } }, { assistant, quota, caller }) => {
  const wrong = history.findIndex(({ role }, turn) => role !== (turn % 2 === 0 ? 'user' : 'assistant'))
  if (wrong !== -1) throw invalid({ pointer: `/history/${wrong}/role`, detail: 'must alternate, beginning with user' })
  if (history.at(-1)?.role === 'user') throw invalid({ pointer: '/history', detail: 'must end with the assistant' })
  const characters = [message, ...history.map(({ content }) => content)].reduce((sum, text) => sum + lengthOf(text), 0)
  if (characters > maxCharacters) {
    const detail = `has ${characters} characters together with /message; at most ${maxCharacters} are accepted`
    throw invalid({ pointer: '/history', detail })
  }
  const headers = await quota(caller.id)
  const body = await assistant.reply([...history, { role: 'user', content: message }])
  return { status: 200, body, headers }
}

/** Counts characters as the contract's `maxLength` does: an emoji is one character, and two units of a JavaScript string. */
const lengthOf = (text: string) => Array.from(text).length
