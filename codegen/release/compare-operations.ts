// Compares two versions of one operation: its name, its callers, its parameters, its body and its answers.
import type { Answer, MediaType, Model, Operation, Parameter } from '../model.ts'
import { platforms } from '../model/agents.ts'
import { isSame, type Bump, type Change } from './change.ts'
import { schemaComparer } from './compare-schemas.ts'

type Versions = { before: Operation; after: Operation }
type Found = Omit<Change, 'at'>

/** Assistants get the parameters and the body of an operation as arguments. They read answers as text. */
type Scope = 'arguments' | 'answer'

type Compare = ReturnType<typeof schemaComparer>
/** How the schemas of an operation are compared, and whether assistants are offered it. */
type Comparison = { inRequest: Compare; inAnswer: Compare; isOffered: boolean }

export const operationComparer =
  (models: [Model, Model]) =>
  (versions: Versions): Change[] => {
    const { before, after } = versions
    const comparison: Comparison = {
      // For each operation again: the same schema is at several.
      inRequest: schemaComparer(models, 'request'),
      inAnswer: schemaComparer(models, 'answer'),
      isOffered: before.agents !== undefined,
    }
    const all = [
      ...ownChanges(versions),
      ...pairs(before.parameters, after.parameters, nameOf).flatMap(([was, is]) =>
        parameterChanges(comparison, was, is),
      ),
      ...bodyChanges(comparison, versions),
      ...pairs(allAnswers(before), allAnswers(after), ({ key }) => key).flatMap(([was, is]) => [
        ...statusChange(was, is),
        ...headerChanges(was, is),
        ...(was && is ? mediaChanges(comparison, [was.content, is.content], `its answer ${is.key}`, 'answer') : []),
      ]),
    ]
    return all.map((change) => ({ ...change, at: [before.operationId] }))
  }

function schemaChanges(
  { inRequest, inAnswer, isOffered }: Comparison,
  pair: Parameters<Compare>[0],
  scope: Scope,
): Found[] {
  const compare = scope === 'arguments' ? inRequest : inAnswer
  return compare(pair).map(({ text, wire, sdk }) => ({
    text,
    asks: { wire, sdk, ...(isOffered && { agents: scope === 'arguments' ? wire : ('patch' as const) }) },
  }))
}

function mediaChanges(
  comparison: Comparison,
  [was, is]: [MediaType[], MediaType[]],
  what: string,
  scope: Scope,
): Found[] {
  return pairs(was, is, ({ type }) => type).flatMap(([old, now]): Found[] => {
    const type = (old ?? now)?.type ?? ''
    if (!now) return everywhere('major', `${what} is no longer ${type}.`, comparison.isOffered)
    if (!old) return everywhere('minor', `${what} may also be ${type}.`, comparison.isOffered)
    if (!old.schema || !now.schema) return []
    return schemaChanges(comparison, { before: old.schema, after: now.schema, place: what }, scope)
  })
}

function bodyChanges(comparison: Comparison, { before: { body: was }, after: { body: is } }: Versions): Found[] {
  const { isOffered } = comparison
  if (!was && !is) return []
  if (!is) return everywhere('major', 'It takes no body any more.', isOffered)
  const bump = is.required ? 'major' : 'minor'
  if (!was) return everywhere(bump, `It takes a ${is.required ? 'required ' : ''}body.`, isOffered)
  const required = `Its body is ${is.required ? 'now' : 'no longer'} required.`
  return [
    ...(was.required === is.required ? [] : everywhere(bump, required, isOffered)),
    ...mediaChanges(comparison, [was.content, is.content], 'its body', 'arguments'),
  ]
}

/** What both versions have, with undefined where one of them lacks it. */
export function pairs<T>(before: T[], after: T[], keyOf: (item: T) => string): [T | undefined, T | undefined][] {
  const [old, now] = [before, after].map((items) => new Map(items.map((item) => [keyOf(item), item])))
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...keys].map((key) => [old?.get(key), now?.get(key)])
}

const nameOf = ({ in: place, name }: Parameter) => `${place} ${place === 'header' ? name.toLowerCase() : name}`
const allAnswers = ({ answers, otherAnswers }: Operation) => [...answers, ...otherAnswers]

const everywhere = (bump: Bump, text: string, isOffered: boolean): Found[] => [
  { text, asks: { sdk: bump, wire: bump, ...(isOffered && { agents: bump }) } },
]

/** The name, the marks and the callers of the operation. */
function ownChanges({ before: was, after: is }: Versions): Found[] {
  const words = was.summary !== is.summary || was.description !== is.description
  return [
    ...(was.operationId === is.operationId ? [] : renamed(was, is)),
    ...(was.tag === is.tag
      ? []
      : [
          {
            text: `Its tag is ${is.tag}, and was ${was.tag}: the SDK has it in another place.`,
            asks: { sdk: 'major' as const },
          },
        ]),
    ...(isSame(was.sdk, is.sdk)
      ? []
      : [{ text: 'Its hints for the SDK (x-sdk) have changed.', asks: { sdk: 'major' as const } }]),
    ...(isSame(was.page, is.page)
      ? []
      : [{ text: 'Its pages have changed (x-pagination).', asks: { sdk: 'major' as const } }]),
    ...callerChange(was, is),
    ...agentChanges(was, is),
    ...retirementChange(was, is),
    ...(words
      ? [
          {
            text: 'It is described in other words.',
            asks: { sdk: 'patch' as const, ...(is.agents && { agents: 'patch' as const }) },
          },
        ]
      : []),
  ]
}

function renamed(was: Operation, is: Operation): Found[] {
  const text = `Its operationId is ${is.operationId}, and was ${was.operationId}: its type, its method and its tool have another name.`
  return [{ text, asks: { sdk: 'major', ...(was.agents && { agents: 'major' as const }) } }]
}

/** Whoever could call before can call still, if each of the old ways is enough for one of the new ways. */
function callerChange({ security: old, agents }: Operation, { security: now }: Operation): Found[] {
  const [was, is] = [old, now].map((ways) => ways.map((way) => JSON.stringify(Object.entries(way).sort())).sort())
  if (isSame(was, is)) return []
  const isEnough = (given: (typeof old)[number]) =>
    now.length === 0 ||
    now.some((needed) =>
      Object.entries(needed).every(
        ([scheme, scopes]) => given[scheme] && scopes.every((scope) => given[scheme]?.includes(scope)),
      ),
    )
  const open = old.length === 0 ? now.length === 0 || isEnough({}) : old.every(isEnough)
  const bump = open ? 'minor' : 'major'
  const text = `It is called with ${waysOf(now)}, and was with ${waysOf(old)}.`
  return [{ text, asks: { sdk: bump, wire: bump, gateway: bump, ...(agents && { agents: bump }) } }]
}

const waysOf = (security: Operation['security']) =>
  security
    .map(
      (way) =>
        Object.entries(way)
          .map(([scheme, scopes]) => [scheme, ...scopes].join(' '))
          .join(' and ') || 'nothing',
    )
    .join(', or ') || 'nothing'

function agentChanges({ agents: was }: Operation, { agents: is }: Operation): Found[] {
  const gone = platforms.filter((platform) => was?.to.includes(platform) && !is?.to.includes(platform))
  const added = platforms.filter((platform) => !was?.to.includes(platform) && is?.to.includes(platform))
  const changed = was && is && (was.kind !== is.kind || was.confirm !== is.confirm)
  return [
    ...(gone.length > 0
      ? [{ text: `It is no tool of ${gone.join(', ')} any more.`, asks: { agents: 'major' as const } }]
      : []),
    ...(added.length > 0 ? [{ text: `It is a tool of ${added.join(', ')}.`, asks: { agents: 'minor' as const } }] : []),
    ...(changed
      ? [
          {
            text: `As a tool it is a ${is.kind}${is.confirm ? ', which a person confirms' : ''}.`,
            asks: { agents: 'minor' as const },
          },
        ]
      : []),
  ]
}

function retirementChange(
  { deprecated: was, retirement: old, agents }: Operation,
  { deprecated: is, retirement: now }: Operation,
): Found[] {
  if (was === is && old?.sunset === now?.sunset) return []
  const until = now ? `, and may be gone from ${now.sunset} on` : ''
  const bump = is && !was ? 'minor' : 'patch'
  const text = is ? `It is deprecated${until}.` : 'It is no longer deprecated.'
  return [{ text, asks: { sdk: bump, wire: bump, ...(agents && { agents: bump }) } }]
}

function parameterChanges(comparison: Comparison, was: Parameter | undefined, is: Parameter | undefined): Found[] {
  const { name = '', in: where = '' } = was ?? is ?? {}
  const place = `\`${name}\` (${where})`
  const toAgents = comparison.isOffered && where !== 'header'
  if (!is) return everywhere('major', `It takes no ${place} any more.`, toAgents)
  const bump = is.required ? 'major' : 'minor'
  if (!was) return everywhere(bump, `It takes a new ${is.required ? 'required ' : ''}parameter ${place}.`, toAgents)
  const required = `${place} is ${is.required ? 'now' : 'no longer'} required.`
  const written = was.style !== is.style || was.explode !== is.explode || was.contentType !== is.contentType
  const schemas = was.schema && is.schema && { before: was.schema, after: is.schema, place }
  return [
    ...(was.required === is.required ? [] : everywhere(bump, required, toAgents)),
    ...(written ? everywhere('major', `${place} is written in another way.`, false) : []),
    ...(schemas ? schemaChanges({ ...comparison, isOffered: toAgents }, schemas, 'arguments') : []),
  ]
}

/** A caller that knows the old successes alone cannot read a new one. A new failure is like those that it knows. */
function statusChange(was: Answer | undefined, is: Answer | undefined): Found[] {
  const key = (was ?? is)?.key ?? ''
  if (was && is) return []
  if (was) return [{ text: `It does not answer ${key} any more.`, asks: { sdk: 'major', wire: 'major' } }]
  const bump = key.startsWith('2') ? 'major' : 'minor'
  return [{ text: `It may also answer ${key}.`, asks: { sdk: bump, wire: bump } }]
}

function headerChanges(was: Answer | undefined, is: Answer | undefined): Found[] {
  if (!was || !is) return []
  return pairs(was.headers, is.headers, ({ name }) => name.toLowerCase()).flatMap(([old, now]): Found[] => {
    const name = (old ?? now)?.name ?? ''
    const of = `its answer ${is.key}`
    if (!now) return [{ text: `The header ${name} of ${of} is gone.`, asks: { wire: 'major', sdk: 'major' } }]
    if (!old) return [{ text: `There is a new header ${name} of ${of}.`, asks: { wire: 'minor', sdk: 'minor' } }]
    if (old.required === now.required) return []
    const bump = now.required ? 'minor' : 'major'
    return [
      {
        text: `The header ${name} of ${of} ${now.required ? 'always comes' : 'may be absent'}.`,
        asks: { wire: bump, sdk: bump },
      },
    ]
  })
}
