// What the stand-in for Bedrock says: looked up in a table by the words of the conversation, the same for the same words.
export type Turn = { role: 'user' | 'assistant'; text: string }

/** A topic's first row that fits is the answer; the last one fits anything. */
type Row = [asks: RegExp, does: string, operationId: string, call: string]
type Topic = { name: string; words: RegExp; rows: readonly Row[] }

const creating = /\b(add|create|make|plan|open an?|raise|record|register|report|submit|(an?|the) new)\b/i
const changing = /\b(cancel|change|close|edit|mark|modify|move|postpone|reopen|rename|resolve|set|update)\b/i
const removing = /\b(delete|drop|erase|forget|remove)\b/i
const single = /\bdetails?\b|[a-z]-\d|\b[0-9a-f]{8}-[0-9a-f]{4}|\b(case|event|product) #?\d/i
const anything = /(?:)/

const topics: readonly Topic[] = [
  {
    name: 'cases',
    words: /\b(cases?|tickets?|complaints?|incidents?)\b/i,
    rows: [
      [/\b(attach|upload)\b/i, 'upload a file to a case', 'getCaseUploadUrl', 'GET /cases/{caseId}/upload'],
      [/\b(attachments?|download|files)\b/i, 'list the files of a case', 'listCaseFiles', 'GET /cases/{caseId}/files'],
      [creating, 'open a case', 'createCase', 'POST /cases'],
      [changing, 'change a case', 'updateCase', 'PUT /cases/{caseId}'],
      [single, 'look at one case', 'getCase', 'GET /cases/{caseId}'],
      [anything, 'list the cases, newest first', 'listCases', 'GET /cases'],
    ],
  },
  {
    name: 'events',
    words: /\b(events?|conferences?|meetings?|workshops?)\b/i,
    rows: [
      [creating, 'plan an event', 'createEvent', 'POST /events'],
      [removing, 'delete an event', 'deleteEvent', 'DELETE /events/{eventId}'],
      [changing, 'change an event', 'updateEvent', 'PUT /events/{eventId}'],
      [single, 'look at one event', 'getEvent', 'GET /events/{eventId}'],
      [anything, 'list the events, newest first', 'listEvents', 'GET /events'],
    ],
  },
  {
    name: 'orders',
    words: /\b(orders?|ordered|purchases?)\b/i,
    rows: [[anything, 'list the orders', 'listOrders', 'GET /orders']],
  },
  {
    name: 'products',
    words: /\b(products?|catalogue?|prices?|stock|inventory)\b/i,
    rows: [
      [creating, 'add a product', 'createProduct', 'POST /products'],
      [removing, 'delete a product', 'deleteProduct', 'DELETE /products/{productId}'],
      [changing, 'change a product', 'updateProduct', 'PUT /products/{productId}'],
      [single, 'look at one product', 'getProduct', 'GET /products/{productId}'],
      [anything, 'list the products', 'listProducts', 'GET /products'],
    ],
  },
  {
    name: 'customers',
    words: /\bcustomers?\b/i,
    rows: [
      [creating, 'record a customer', 'putCustomer', 'PUT /customers/{id}'],
      [removing, 'delete a customer', 'deleteCustomer', 'DELETE /customers/{id}'],
      [anything, 'see whether a customer exists', 'getCustomer', 'GET /customers/{id}'],
    ],
  },
]

const topicOf = (text: string) => topics.find(({ words }) => words.test(text))

const rowFor = (question: string, earlier: readonly string[]): Row | undefined => {
  const topic = topicOf(question)
  if (topic) return topic.rows.find(([asks]) => asks.test(question))
  // "And how do I delete one?" goes on about the topic before it; "thank you" does not.
  const before = earlier.map(topicOf).findLast((found) => found !== undefined)
  return before?.rows.find(([asks]) => asks !== anything && asks.test(question))
}

const names = topics.map(({ name }) => name)

/** The answer to a conversation that ends with the user's question. */
export const answerTo = (turns: readonly Turn[]): string => {
  const asked = turns.filter(({ role }) => role === 'user').map(({ text }) => text)
  const [, does, operationId, call] = rowFor(asked.at(-1) ?? '', asked.slice(0, -1)) ?? []
  const seen = turns.length - 1
  return [
    "This is Frontdesk's local stand-in for Amazon Bedrock; no model is running.",
    does && operationId && call
      ? `To ${does} I would call ${operationId}: ${call}.`
      : `You can ask about ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}, and I name the operation for it.`,
    ...(seen > 0 ? [`I have seen ${seen} earlier ${seen === 1 ? 'turn' : 'turns'} of this conversation.`] : []),
  ].join(' ')
}
