// Compares two contracts: the changes that each kind of consumer meets, in plain words, each with the semver it asks for.
import { surfaceOf } from '../client-sdk/surface.ts'
import { modelOf, type Contract, type Model, type Operation } from '../model.ts'
import { grouped, type Bump, type Change } from './change.ts'
import { operationComparer, pairs } from './compare-operations.ts'
import { schemaComparer } from './compare-schemas.ts'

export function compareContracts(before: Contract, after: Contract): Change[] {
  const models: [Model, Model] = [modelOf(before), modelOf(after)]
  const compare = operationComparer(models)
  const changes = pairs(models[0].operations, models[1].operations, routeOf).flatMap(([was, is]) => {
    if (was && is) return compare({ before: was, after: is })
    return was ? [goneOf(was)] : is ? [newOf(is)] : []
  })
  return grouped([...changes, ...documentChanges(models), ...surfaceChanges(models)])
}

/** The names of path parameters are not on the wire. */
const routeOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`
const titleOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`

function goneOf(operation: Operation): Change {
  const { agents, sdk, operationId } = operation
  const text = `${titleOf(operation)} is gone.`
  const asks = { ...(!sdk.omit && { sdk: 'major' as const }), ...(agents && { agents: 'major' as const }) }
  return { text, at: [operationId], asks: { ...asks, wire: 'major', gateway: 'major' } }
}

function newOf(operation: Operation): Change {
  const { agents, sdk, operationId } = operation
  const asks = { ...(!sdk.omit && { sdk: 'minor' as const }), ...(agents && { agents: 'minor' as const }) }
  return {
    text: `${titleOf(operation)} is new.`,
    at: [operationId],
    asks: { ...asks, wire: 'minor', gateway: 'minor' },
  }
}

/** What belongs to no operation: headers, CORS, kinds of problems, error classes and events. */
function documentChanges(models: [Model, Model]): Change[] {
  const [was, is] = models
  const names = (what: string, of: (model: Model) => string[], asks: (isGone: boolean) => Change['asks']) =>
    pairs(of(was), of(is), (name) => name.toLowerCase()).flatMap(([old, now]): Change[] => {
      if (old !== undefined && now !== undefined) return []
      const isGone = now === undefined
      return [{ text: `${what} ${old ?? now ?? ''} is ${isGone ? 'gone' : 'new'}.`, at: [], asks: asks(isGone) }]
    })
  const rated = (isGone: boolean): Bump => (isGone ? 'major' : 'minor')
  const onWire = (isGone: boolean): Change['asks'] => ({ wire: rated(isGone), gateway: rated(isGone) })
  return [
    ...names('The header of every answer', ({ responseHeaders }) => Object.keys(responseHeaders), onWire),
    ...names('The header that other origins may send', ({ cors }) => cors.allowHeaders, onWire),
    ...names('The header that other origins may read', ({ cors }) => cors.exposeHeaders, onWire),
    ...names(
      'The problem type',
      ({ problemTypes }) => Object.keys(problemTypes),
      (isGone) => ({ wire: rated(isGone), sdk: rated(isGone) }),
    ),
    ...names(
      'The error class',
      ({ sdkErrors }) => Object.entries(sdkErrors).map(([status, name]) => `${name} (${status})`),
      (isGone) => ({ sdk: rated(isGone) }),
    ),
    ...names(
      'The scope',
      ({ scopes }) => scopes,
      (isGone) => ({ wire: rated(isGone), gateway: rated(isGone) }),
    ),
    ...names('The event', ({ events }) => events.map(eventOf), onWire),
    ...eventChanges(models),
  ]
}

const eventOf = ({ source, detailType }: Model['events'][number]) => `${source} ${detailType}`

/** Whoever reads events gets them as a caller gets answers. */
function eventChanges(models: [Model, Model]): Change[] {
  const compare = schemaComparer(models, 'answer')
  return pairs(models[0].events, models[1].events, eventOf).flatMap(([was, is]) => {
    if (!was || !is) return []
    const found = compare({ before: was.detail, after: is.detail, place: `the detail of the event ${was.detailType}` })
    return found.map(({ text, wire }): Change => ({ text, at: [], asks: { wire } }))
  })
}

/** The names that a user's code can import, beside those of the operations. */
function surfaceChanges(models: [Model, Model]): Change[] {
  const [was, is] = models.map((model) => surfaceOf(model).filter((name) => name.startsWith('type ')))
  return pairs(was ?? [], is ?? [], (name) => name).flatMap(([old, now]): Change[] => {
    if (old !== undefined && now !== undefined) return []
    const isGone = now === undefined
    const text = `The exported ${old ?? now ?? ''} is ${isGone ? 'gone' : 'new'}.`
    return [{ text, at: [], asks: { sdk: isGone ? 'major' : 'minor' } }]
  })
}
