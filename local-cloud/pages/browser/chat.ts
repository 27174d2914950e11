// The conversation with the assistant: the reply while it is written, the calls, and the proposals.
import { createClient } from '../../../client-sdk/src/client.ts'
import { eventStream } from '../../../client-sdk/src/event-stream.ts'
import { element, part } from './dom.ts'

type Turn = { role: 'user' | 'assistant'; content: string }
type Called = { operationId: string; arguments: object; status: number }
type Proposed = { operationId: string; arguments: object; summary: string }
type Event =
  | { type: 'text'; text: string }
  | ({ type: 'call' } & Called)
  | ({ type: 'proposal' } & Proposed)
  | { type: 'done'; stopReason: string }

/** The service takes 40 turns, of 8,000 characters each and of 32,000 together with the message. */
const most = { turns: 40, characters: 8000, together: 32_000 }

/** Does nothing where the page has no such part: the contract has no stream. */
export function enableChat() {
  const section = document.querySelector<HTMLElement>('#chat')
  if (!section) return
  // Safe cast: the server writes it from the contract.
  const { operation, types } = JSON.parse(section.dataset.stream ?? '') as Stream
  const client = createClient({ baseUrl: location.origin, token: part('#token').textContent })
  const [form, turns, stop] = [part('#chat-form'), part('#chat-turns'), part('#chat-stop')]
  // Safe cast: the page has this element as a text area.
  const field = part('#chat-message') as HTMLTextAreaElement
  const history: Turn[] = []
  let asking: AbortController | undefined

  const ask = async (message: string) => {
    const answer = createAnswer(turns, message)
    asking = new AbortController()
    const { signal } = asking
    stop.hidden = false
    field.value = ''
    try {
      const body = { message, history: recent(history, message) }
      for await (const event of eventStream<Event>(client, operation, types, { body }, { signal })) answer.add(event)
    } catch (error) {
      answer.fail(signal.aborted ? 'Stopped.' : error instanceof Error ? error.message : String(error))
    } finally {
      stop.hidden = true
      asking = undefined
      const reply = answer.end()
      if (reply.trim() !== '') history.push({ role: 'user', content: message }, { role: 'assistant', content: reply })
    }
  }
  const submit = () => {
    if (!asking && field.value.trim() !== '') void ask(field.value)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  stop.addEventListener('click', () => asking?.abort())
}

type Given = Parameters<typeof eventStream>
type Stream = { operation: Given[1]; types: Given[2] }

/** The last turns that the service takes, in pairs: the user begins. */
function recent(history: Turn[], message: string): Turn[] {
  const cut = history.map(({ role, content }) => ({ role, content: content.slice(0, most.characters) }))
  let kept = cut.slice(-most.turns)
  const together = () => kept.reduce((sum, { content }) => sum + content.length, message.length)
  while (together() > most.together) kept = kept.slice(2)
  return kept
}

/** The elements of one answer. Every text of the assistant becomes a text node. */
function createAnswer(turns: HTMLElement, message: string) {
  const said = element('p', { class: 'said writing' })
  const calls = element('ul', { class: 'calls', 'aria-label': 'Calls' })
  const proposals = element('ul', { class: 'proposals', 'aria-label': 'Proposals' })
  const turn = element('li', {}, element('p', { class: 'asked' }, message), said)
  turns.append(turn)
  return {
    add: (event: Event) => {
      switch (event.type) {
        case 'text':
          said.append(event.text)
          break
        case 'call':
          if (!calls.isConnected) said.before(calls)
          calls.append(element('li', {}, `${String(event.status)} `, callOf(event)))
          break
        case 'proposal':
          if (!proposals.isConnected) said.after(proposals)
          proposals.append(element('li', {}, element('strong', {}, event.summary), callOf(event)))
          break
        case 'done':
          if (event.stopReason !== 'end_turn') turn.append(element('p', { class: 'empty' }, `(${event.stopReason})`))
      }
    },
    fail: (reason: string) => turn.append(element('p', { class: 'failure', role: 'alert' }, reason)),
    end: () => {
      said.classList.remove('writing')
      return said.textContent
    },
  }
}

const callOf = ({ operationId, arguments: given }: Pick<Called, 'operationId' | 'arguments'>) =>
  element('code', {}, `${operationId} ${JSON.stringify(given)}`)
