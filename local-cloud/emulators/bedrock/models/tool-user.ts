// A model that uses tools sensibly: it looks up what is asked, over all pages, and proposes what is to change.
import { isObject, type Members } from '../error.ts'
import type { Conversation } from '../request.ts'
import type { Tool } from '../tool-config.ts'
import { adviceTo, signed, subjectOf, type Turn } from './advice.ts'
import { choicesIn, idIn, namedIn, propertiesOf, requiredOf } from './arguments.ts'
import { calls, readThrough, type Answer, type LookUp, type Model } from './model.ts'
import { countOf, errorText, itemsIn, itemText, labelOf, listOf, proposedText } from './replies.ts'

/** Questions about the way to do something, not for the doing. */
const asksForAdvice = /^\s*(how (do|does|can|could|should|would|to|may)\b|can i\b|what is the way\b)/i
const asksForNumber = /\bhow many\b|\bnumber of\b|\bcount\b/i
const meansAll = /\b(all|every|each|any)\b/i

type Subject = NonNullable<ReturnType<typeof subjectOf>>

/** The state of one answer: the question, and what has been looked up for it. */
type Work = Subject & {
  conversation: Conversation
  turns: Turn[]
  question: string
  lookUps: LookUp[]
  lister: Tool | undefined
}

export const toolUser: Model = (conversation) => {
  const { turns, lookUps } = fromLastRound(conversation) ?? readThrough(conversation)
  const question = turns.at(-1)?.text ?? ''
  const subject = subjectOf(turns)
  const tool = (name: string | undefined) => conversation.tools?.find((known) => known.name === name)
  const own = tool(subject?.row.operationId)
  if (!subject || asksForAdvice.test(question) || (!own && lookUps.length === 0)) return say(adviceTo(turns))
  const lister = tool(subject.topic.rows.find(({ kind }) => kind === 'list')?.operationId)
  const work: Work = { ...subject, conversation, turns, question, lookUps: lookUps.flat(), lister }
  const done = work.lookUps.filter(({ tool: name }) => name === subject.row.operationId)
  if (subject.row.kind === 'create')
    return own && done.length === 0 ? create(work, own) : tell(work, proposedText(done))
  if (subject.row.kind === 'update' || subject.row.kind === 'delete') return change(work, own, done)
  return own ? look(work, own) : tell(work, report(work))
}

const say = (text: string): Answer => ({ content: [{ text }] })
const tell = ({ turns }: Work, text: string): Answer => say(signed(turns, text))
const call = ({ conversation }: Work, { name }: Tool, ...inputs: Members[]): Answer => ({
  content: calls(
    conversation,
    inputs.map((input) => ({ name, input })),
  ),
})

/** The last round has no tools, and the results as a text of JSON. */
function fromLastRound({ messages, tools }: Conversation): { turns: Turn[]; lookUps: LookUp[][] } | undefined {
  const block = messages.at(-1)?.blocks[0]
  if (tools || !block || !('text' in block) || !block.text.startsWith('{"results":')) return undefined
  const { turns } = readThrough({ messages: messages.slice(0, -2), system: '', maxTokens: 0, tools })
  const { results } = JSON.parse(block.text) as {
    results: { tool: string; input: Members; json?: Members; isError?: true }[]
  }
  const lookUps = results.map(({ tool, input, json = {}, isError = false }) => ({ tool, input, result: json, isError }))
  return { turns, lookUps: [lookUps] }
}

/** Returns the input of a read, or the name of the argument that the question does not give. */
function inputOf({ question }: Work, tool: Tool): { input: Members } | { missing: string } {
  const input: Members = {}
  for (const [name, schema] of propertiesOf(tool)) {
    const isId = requiredOf(tool).includes(name)
    const [choice, other] = choicesIn(question, schema)
    const value = isId ? idIn(question, schema) : other === undefined ? choice : undefined
    if (value !== undefined) input[name] = value
    else if (isId) return { missing: name }
    // The largest page: counting takes fewer calls.
    if (name === 'limit') input.limit = schema.maximum
  }
  return { input }
}

/** Looks up an item or a list. A list is followed to its end. */
function look(work: Work, tool: Tool): Answer {
  const { lookUps } = work
  const last = lookUps.at(-1)
  if (last?.isError) return tell(work, errorText(last.result))
  const built = last ? { input: last.input } : inputOf(work, tool)
  if ('missing' in built) return tell(work, `To ${work.row.does} I need to know the ${built.missing}.`)
  if (!last) return call(work, tool, built.input)
  const { nextCursor } = last.result
  if (typeof nextCursor === 'string') return call(work, tool, { ...built.input, cursor: nextCursor })
  return tell(work, report(work))
}

function report({ lookUps, row, question }: Work): string {
  const last = lookUps.at(-1)
  if (!last) return ''
  if (last.isError) return errorText(last.result)
  const hasList = Object.values(last.result).some(Array.isArray)
  if (row.kind === 'item' || !hasList) return itemText(last.result)
  const filters = Object.entries(last.input).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'cursor' ? value : [],
  )
  const filter = filters.join(' ')
  return (asksForNumber.test(question) ? countOf : listOf)(itemsIn(lookUps), filter)
}

function create(work: Work, tool: Tool): Answer {
  const { question } = work
  const input: Members = {}
  for (const [name, schema] of propertiesOf(tool)) {
    const [choice] = choicesIn(question, schema)
    const value = schema.enum ? choice : namedIn(question, name, schema)
    if (value !== undefined) input[name] = value
  }
  const missing = requiredOf(tool).filter((name) => input[name] === undefined)
  const [only] = missing
  const [, about] = /(?:\babout|:)\s*(.+)$/is.exec(question) ?? []
  // A request in words is about one text: its description.
  if (missing.length === 1 && only !== undefined && about !== undefined)
    return call(work, tool, { ...input, [only]: about.trim() })
  if (missing.length > 0) return tell(work, `To ${work.row.does} I need to know: ${missing.join(', ')}.`)
  return call(work, tool, input)
}

/** Changes or deletes: the item whose id is given, or those of the list that are meant. */
function change(work: Work, tool: Tool | undefined, done: LookUp[]): Answer {
  const { question, lookUps, lister } = work
  if (done.length > 0 || !tool) return tell(work, done.length > 0 ? proposedText(done) : report(work))
  const changes = changesIn(question, tool)
  const [id, schema = {}] = propertiesOf(tool).find(([name]) => requiredOf(tool).includes(name)) ?? []
  if (id === undefined) return call(work, tool, changes)
  const given = idIn(question, schema)
  if (given !== undefined) return call(work, tool, { [id]: given, ...changes })
  if (!lister) return tell(work, `To ${work.row.does} I need to know the ${id}.`)
  const last = lookUps.at(-1)
  if (last?.isError) return tell(work, errorText(last.result))
  const { nextCursor } = last?.result ?? {}
  if (!last || typeof nextCursor === 'string') {
    const filter = propertiesOf(lister).flatMap(([name, of]): [string, unknown][] => {
      const others = choicesIn(question, of).filter((choice) => choice !== changes[name])
      return others.length > 0 ? [[name, others[0]]] : name === 'limit' ? [[name, of.maximum]] : []
    })
    return call(work, lister, { ...Object.fromEntries(filter), ...(last && { cursor: nextCursor }) })
  }
  const { items } = itemsIn(lookUps)
  const meant = meansAll.test(question) ? items : items.filter((item) => isNamed(item, question))
  if (meant.length === 0) return tell(work, `Which one? I know: ${items.map(labelOf).join('; ')}.`)
  return call(work, tool, ...meant.map((item) => ({ [id]: item[id], ...changes })))
}

/** What an update sets: a value of an enum, or a value that is given by its name. */
function changesIn(question: string, tool: Tool): Members {
  const found = propertiesOf(tool).flatMap(([name, schema]): [string, unknown][] => {
    if (requiredOf(tool).includes(name) || schema.type === 'object') return []
    const value = schema.enum ? choicesIn(question, schema)[0] : namedIn(question, name, schema)
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(found)
}

const isNamed = (item: Members, question: string) => {
  const name = labelOf(item).replace(/ \(.*\)$/, '')
  return name !== '' && isObject(item) && question.toLowerCase().includes(name.toLowerCase())
}
