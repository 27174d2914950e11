// What the Bedrock emulator speaks of: the resources of the contract, with an operation for each kind of question.
import type { Operation } from '../../../codegen/model.ts'
import { model } from '../../model.ts'

/** What is done with the items of a topic; `part` is what belongs to one of them, such as its files. */
const kinds = ['part', 'create', 'delete', 'update', 'item', 'list'] as const
export type Kind = (typeof kinds)[number]

/** The operation that answers the questions which `asks` matches. */
export type Row = { asks: RegExp; does: string; operationId: string; call: string; kind: Kind }

/** The first row that matches is the answer. `names` and `related` are stems of words that lead to the topic. */
export type Topic = { name: string; names: ReadonlySet<string>; related: ReadonlySet<string>; rows: readonly Row[] }

const creating = /\b(add|create|make|plan|open an?|raise|record|register|report|submit|(an?|the) new)\b/i
const changing = /\b(cancel|change|close|edit|mark|modify|move|postpone|reopen|rename|resolve|set|update)\b/i
const removing = /\b(delete|drop|erase|forget|remove)\b/i
/** Matches every question that no other row of the topic matches. */
export const anything = /(?:)/

const ending = '(?:e|es|s|ed|d|ing)'

/** Words without their endings, so that `orders` and `ordered` are the same. */
export const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => word.replace(new RegExp(`(?<=[a-z]{3})${ending}$`), ''))

const wordLike = (text: string) => `\\b${stemsOf(text).join('\\W')}${ending}?\\b`

/** One item is meant when the question has an id, a number or the word details. */
const single = (name: string) =>
  new RegExp(String.raw`\bdetails?\b|[a-z]-\d|\b[0-9a-f]{8}-[0-9a-f]{4}|${wordLike(name)} #?\d`, 'i')

const fixedSegments = (path: string) => path.split('/').filter((segment) => /^[\w-]+$/.test(segment))

/** The questions that lead to the operation, and its kind. The kinds are tried in their order. */
function questionsFor({ path, method }: Operation, topic: readonly Operation[]): [kind: Kind, asks: RegExp] {
  const [name = '', subresource] = fixedSegments(path)
  if (subresource !== undefined) return ['part', new RegExp(wordLike(subresource), 'i')]
  const hasOnItself = (wanted: string) => topic.some((other) => other.method === wanted && other.path === `/${name}`)
  // A resource without a POST creates its items by PUT.
  if (method === 'post' || (method === 'put' && !hasOnItself('post'))) return ['create', creating]
  if (method === 'delete') return ['delete', removing]
  if (method !== 'get') return ['update', changing]
  return hasOnItself('get') && path.endsWith('}') ? ['item', single(name)] : ['list', anything]
}

const rowsOf = (topic: readonly Operation[]): Row[] =>
  topic
    .map((operation) => ({ operation, questions: questionsFor(operation, topic) }))
    .sort((a, b) => kinds.indexOf(a.questions[0]) - kinds.indexOf(b.questions[0]))
    .map(({ operation: { operationId, method, path, summary }, questions: [kind, asks] }) => {
      const does = summary.charAt(0).toLowerCase() + summary.slice(1)
      return { asks, does, operationId, call: `${method.toUpperCase()} ${path}`, kind }
    })

const fillers = new Set(
  stemsOf(
    'about again anyone back each exists have hold holds kept made make makes need needs someone that them they',
  ).concat(stemsOf('their this what when where which with work writing read')),
)

/** Stems of words that speak of the resource: in its tag's description, and the members of its requests. */
function relatedTo(name: string, topic: readonly Operation[]): string[] {
  const description = model.tags.find((tag) => tag.name === name)?.description ?? ''
  const members = topic.flatMap(({ body }) => Object.keys(body?.json?.schema?.properties ?? {}))
  const words = members.map((member) => member.replace(/[A-Z]/g, ' $&'))
  return stemsOf([description, ...words].join(' ')).filter((stem) => stem.length > 3 && !fillers.has(stem))
}

/** One topic for each first segment of the paths under which something can be read. */
function topicsOf(): Topic[] {
  const byName = Map.groupBy(model.operations, ({ path }) => fixedSegments(path)[0] ?? '')
  const found = [...byName]
    .filter(([name, topic]) => name !== '' && topic.some(({ method }) => method === 'get'))
    .map(([name, topic]) => ({ name, topic, related: relatedTo(name, topic) }))
  return found.map(({ name, topic, related }) => {
    // A word that leads to several topics leads to none.
    const others = new Set(found.flatMap((other) => (other.name === name ? [] : other.related)))
    const own = new Set(related.filter((stem) => !others.has(stem)))
    return { name, names: new Set(stemsOf(name)), related: own, rows: rowsOf(topic) }
  })
}

export const topics = topicsOf()
