// The part of the start page that talks to the assistant: the contract's operation that answers with a stream of events.
import type { Model } from '../../codegen/model.ts'
import { escape as of } from './markup.ts'

/** Empty where the contract has no such operation that takes a message. */
export function chatSection({ operations }: Pick<Model, 'operations'>): string {
  for (const { operationId, method, path, body, successes } of operations) {
    const events = successes.flatMap(({ content }) => content.flatMap((media) => media.events ?? []))[0]
    if (!events || !body?.json?.schema?.properties?.message) continue
    const stream = { operation: { id: operationId, method: method.toUpperCase(), path, auth: 'token' }, types: events }
    // Safe cast: the linter holds the examples against the schema, whose message is a text.
    const [example] = body.json.examples as { message?: string }[]
    return sectionOf(JSON.stringify(stream), example?.message ?? '')
  }
  return ''
}

const sectionOf = (stream: string, hint: string) => `
<section id="chat" aria-labelledby="chat-title" data-stream="${of(stream)}"><h2 id="chat-title">Assistant</h2>
<p>It looks things up as you may, and proposes changes. Nothing changes before somebody carries a proposal out.</p>
<ol id="chat-turns" aria-live="polite" aria-label="Conversation"></ol>
<form id="chat-form"><label for="chat-message">Message</label>
<textarea id="chat-message" name="message" rows="2" maxlength="8000" required
 placeholder="${of(hint)}"></textarea>
<div class="actions"><button type="submit">Ask</button><button type="button" id="chat-stop" hidden>Stop</button></div></form>
</section>`
