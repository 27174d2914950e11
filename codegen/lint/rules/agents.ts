// `x-agents` is a list of platforms or an object with more, on operations that an assistant can and may call.
import type { Location, Oas3Rule, Oas3SecurityScheme, UserContext } from '@redocly/openapi-core'
import { kinds, platforms } from '../../model/agents.ts'
import { eachOperation, type Operation } from '../operations.ts'
import { follow, keyOf } from '../place.ts'

type Options = { never?: string[] }
type Components = { securitySchemes?: Record<string, Oas3SecurityScheme | { $ref: string }> }
type Report = (message: string, location?: Location | ReturnType<typeof keyOf>) => void

const list = (names: readonly string[]) => names.join(', ')
const members = ['to', 'description', 'kind', 'confirm']

export const agents: Oas3Rule = ({ never = [] }: Options) => {
  const keySchemes = new Set<string>()
  const { PathItem } = eachOperation((operation, ctx) => {
    const marking = operation.node['x-agents']
    if (marking === undefined) return
    const place = operation.location.child('x-agents')
    const report: Report = (message, location = place) => ctx.report({ message, location })
    checkForm(marking, place, report)
    checkKind(marking, operation, place, report)
    checkCaller(operation, keySchemes, never, (message) => report(message, keyOf(place)))
  })
  return {
    Root(root, ctx) {
      for (const name of apiKeysIn(root, ctx)) keySchemes.add(name)
    },
    ...(PathItem && { PathItem }),
  }
}

function apiKeysIn({ components }: { components?: Components }, ctx: UserContext): string[] {
  const place = ctx.location.child(['components', 'securitySchemes'])
  return Object.entries(components?.securitySchemes ?? {}).flatMap(([name, scheme]) =>
    follow<Oas3SecurityScheme>(ctx, scheme, place.child(name))?.node.type === 'apiKey' ? [name] : [],
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkForm(marking: unknown, place: Location, report: Report) {
  if (!isObject(marking)) {
    if (!isPlatforms(marking)) report(`x-agents is a list of platforms, or an object with ${list(members)}. ${known}`)
    return
  }
  for (const member of Object.keys(marking).filter((name) => !members.includes(name))) {
    report(`x-agents has ${list(members)}, and no ${member}.`, keyOf(place.child(member)))
  }
  const { to, description, kind, confirm } = marking
  const wrong = (member: string, message: string) => report(message, member in marking ? place.child(member) : place)
  if (!isPlatforms(to)) wrong('to', `x-agents.to is a list of platforms. ${known}`)
  if (description !== undefined && (typeof description !== 'string' || description.trim() === '')) {
    wrong('description', 'x-agents.description is a text for the model.')
  }
  if (kind !== undefined && !kinds.some((name) => name === kind)) wrong('kind', `x-agents.kind is ${list(kinds)}.`)
  if (confirm !== undefined && typeof confirm !== 'boolean') wrong('confirm', 'x-agents.confirm is true or false.')
}

const known = `The platforms are ${list(platforms)}, each at most once.`

function isPlatforms(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((name) => platforms.some((platform) => platform === name))
  )
}

function checkKind(marking: unknown, { method }: Operation, place: Location, report: Report) {
  const { to = marking, kind, confirm }: Record<string, unknown> = isObject(marking) ? marking : {}
  if (method === 'delete' && kind !== undefined && kind !== 'delete') {
    report('A DELETE deletes: its kind is delete.', place.child('kind'))
  }
  if (confirm === false && (method === 'delete' || kind === 'delete')) {
    report('A person confirms each delete: leave confirm out, or say true.', place.child('confirm'))
  }
  const offered: unknown[] = Array.isArray(to) ? to : []
  if (offered.includes('m365') && !offered.includes('mcp')) {
    report(
      'm365 calls the tools of mcp: offer the operation to both (Microsoft, plugin manifest v2.4, RemoteMCPServer).',
    )
  }
}

function checkCaller({ node }: Operation, keySchemes: Set<string>, never: string[], report: (message: string) => void) {
  const names = (node.security ?? []).flatMap((requirement) => Object.keys(requirement))
  const key = names.find((name) => keySchemes.has(name))
  if (key !== undefined) report(`No assistant holds an API key, which ${key} asks for: leave x-agents out.`)
  if (never.includes(node.operationId ?? '')) {
    report(`${node.operationId ?? ''} is never offered to assistants (redocly.yaml, contract/agents, never).`)
  }
}
