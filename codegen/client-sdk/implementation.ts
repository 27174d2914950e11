// The function of a method: its operation, its arguments as a request, and the call of the client.
import type { Model, Parameter } from '../model.ts'
import type { EventTypes } from '../model/media.ts'
import type { Doc } from '../typescript/print.ts'
import { call, callWith, key, object, parameters, quote, type Arrow } from '../typescript/syntax.ts'
import type { Method, PathArgument } from './facade.ts'
import type { Auth } from './security.ts'
import { argumentsOf, declared, toldType } from './signature.ts'

export function implementation(model: Model, method: Method): Arrow {
  const { items } = method
  const given = argumentsOf(model, method)
  // TypeScript infers no types for the implementation of overloads. `never` fits the answers of all of them.
  const isOverloaded = method.headers.includes('ifNoneMatch') && !items
  const names = isOverloaded ? declared(given) : given.map(({ name }) => name)
  const { events } = method
  if (events) return { parameters: parameters(names), body: streamOf(method, events) }
  if (items) return { parameters: parameters(names), body: listOf(method, items) }
  const types = ['never', 'never', ...(method.told.length > 0 ? [toldType(method)] : [])]
  const sent = call(`${senderOf(method)}.send${isOverloaded ? `<${types.join(', ')}>` : ''}`, [
    operationOf(method),
    sentBy(method),
    optionsOf(method),
  ])
  const body = method.read ? callWith('rawCall', [method.read, 'options'], { parameters: '(read)', body: sent }) : sent
  return { parameters: parameters(names), body }
}

function listOf(method: Method, { member, pageSize }: NonNullable<Method['items']>): Doc {
  const list = [senderOf(method), operationOf(method), quote(member), String(pageSize)]
  const given = [...list, sentBy(method, ['query']), optionsOf(method)]
  const styles = stylesOf(method.query)
  if (styles.length === 0) return call('listOf', given)
  return callWith('listOf', given, { parameters: '(page)', body: queryAsText('page', styles) })
}

function streamOf(method: Method, { all, end, failure }: EventTypes): Doc {
  const types = object([`all: [${all.map(quote).join(', ')}]`, `end: ${quote(end)}`, `failure: ${quote(failure)}`])
  return call('eventStream', [senderOf(method), operationOf(method), types, sentBy(method), optionsOf(method)])
}

/** A deprecated operation warns. */
function senderOf({ operation: { deprecated, operationId, retirement } }: Method): string {
  if (!deprecated) return 'client'
  const given = [operationId, ...(retirement ? [retirement.sunset] : [])]
  return `retiring(${['client', ...given.map(quote)].join(', ')})`
}

function operationOf(method: Method): Doc {
  const { operation, auth, repeat, body, read } = method
  const gives = promisedBy(method)
  return object([
    `id: ${quote(operation.operationId)}`,
    `method: ${quote(operation.method.toUpperCase())}`,
    `path: ${quote(operation.path)}`,
    ...(auth.kind ? [`auth: ${quote(auth.kind)}`] : []),
    ...(repeat ? [`repeat: ${repeat === 'key' ? 'randomKey' : 'noKey'}`] : []),
    ...(gives === undefined ? [] : [`gives: ${promiseOf(gives)}`]),
    ...(body?.write ? [`write: ${body.write}`] : []),
    ...(read ? ['read'] : []),
    ...signOf(auth),
  ])
}

/** A list checks its own member. */
const promisedBy = ({ gives, items }: Method) => (items ? undefined : gives)

const promiseOf = (gives: string) => (gives === '' ? 'nothing' : gives === '*' ? 'anything' : `listIn(${quote(gives)})`)

function signOf({ key: place, keys, basic }: Auth): string[] {
  if (place) {
    const keyed = `keyIn(${quote(place.place)}, ${quote(place.name)})`
    return [basic ? `sign: (request, secrets) => ${basic}(${keyed}(request, secrets), secrets)` : `sign: ${keyed}`]
  }
  const own = keys ? [`keys: [${keys.map(quote).join(', ')}]`] : []
  return basic ? [...own, `sign: ${basic}`] : own
}

function sentBy({ path, body, query }: Method, own = query.length > 0 ? [queryMember(query)] : []): Doc {
  return object([
    ...(path.length > 0 ? [['path: ', object(path.map(pathMember))]] : []),
    ...(body ? ['body'] : []),
    ...own,
  ])
}

const isStructured = ({ shape, hasJsonItems }: Parameter) => shape === 'json' || shape === 'object' || hasJsonItems

function pathMember(argument: PathArgument): Doc {
  const { name, variable, shape, explode } = argument
  const value = isStructured(argument)
    ? `textOf(${variable}, ${quote(shape === 'json' ? 'json' : shape === 'object' && explode ? 'pairs' : 'comma')})`
    : variable
  return name === value ? name : [key(name), ': ', value]
}

function queryMember(query: Parameter[]): Doc {
  const styles = stylesOf(query)
  return styles.length > 0 ? ['query: ', queryAsText('query', styles)] : 'query'
}

const queryAsText = (variable: string, styles: string[]): Doc => call('queryOf', [variable, object(styles)])

/** The styles of the parameters that are not simply repeated. */
const stylesOf = (query: Parameter[]): string[] =>
  query.flatMap((parameter) => {
    const style = styleOf(parameter)
    return style === undefined ? [] : [`${key(parameter.name)}: ${quote(style)}`]
  })

/** How a parameter of the query is written; undefined where each of its values is a parameter of its own. */
export function styleOf({ shape, hasJsonItems, style, explode }: Parameter): string | undefined {
  if (shape === 'json') return 'json'
  if (style === 'deepObject') return 'deep'
  if (shape === 'object') return explode ? 'members' : 'comma'
  if (shape !== 'array' || explode) return hasJsonItems ? 'each' : undefined
  return style === 'spaceDelimited' ? 'space' : style === 'pipeDelimited' ? 'pipe' : 'comma'
}

/** Headers of the call go before those that the caller adds. */
function optionsOf({ headerParameters, cookies, body, accept }: Method): Doc {
  const own = [
    ...(accept === undefined ? [] : [`accept: ${quote(accept)}`]),
    ...(body?.contentType === undefined
      ? []
      : [`'content-type': ${body.contentType === null ? 'undefined' : quote(body.contentType)}`]),
    ...(cookies.length > 0 ? [['cookie: ', call('cookieOf', ['cookies', ...jsonOf(cookies)])]] : []),
    ...(headerParameters.length > 0 ? ['...headers'] : []),
  ]
  if (own.length === 0) return 'options'
  const styles = headerParameters.flatMap(({ name, shape, explode }) => {
    if (shape === 'json') return [`${key(name.toLowerCase())}: 'json'`]
    return shape === 'object' && explode ? [`${key(name.toLowerCase())}: 'pairs'`] : []
  })
  return call('withHeaders', ['options', object(own), ...(styles.length > 0 ? [object(styles)] : [])])
}

/** The cookies that are texts of JSON; nothing when none is. */
function jsonOf(cookies: Parameter[]): Doc[] {
  const found = cookies.filter(({ shape }) => shape === 'json')
  return found.length > 0 ? [object(found.map(({ name }) => `${key(name)}: 'json'`))] : []
}

/** The functions of the runtime that the method's code calls. */
export function functionsOf(method: Method): string[] {
  const { auth, body, read, path, query, cookies, repeat, events } = method
  const gives = promisedBy(method)
  return [
    ...(events ? ['eventStream'] : []),
    ...(repeat ? [repeat === 'key' ? 'randomKey' : 'noKey'] : []),
    ...(gives === undefined ? [] : [gives === '' ? 'nothing' : gives === '*' ? 'anything' : 'listIn']),
    ...[body?.write, read].filter((name) => name !== undefined),
    ...(read ? ['rawCall'] : []),
    ...(auth.key ? ['keyIn'] : []),
    ...(method.operation.deprecated ? ['retiring'] : []),
    ...(auth.basic ? [auth.basic] : []),
    ...(query.some((parameter) => styleOf(parameter) !== undefined) ? ['queryOf'] : []),
    ...(path.some(isStructured) ? ['textOf'] : []),
    ...(cookies.length > 0 ? ['cookieOf'] : []),
    ...(optionsOf(method) === 'options' ? [] : ['withHeaders']),
  ]
}
