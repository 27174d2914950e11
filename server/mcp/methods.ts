// The methods of the protocol, in both eras. A method returns its result, or throws the error of the protocol.
import { name, title } from '../../generated/names.ts'
import { contractVersion } from '../../generated/routes.ts'
import type { Send } from '../tools/page.ts'
import { shown } from '../tools/shown.ts'
import { callTool } from './call.ts'
import { icons } from './icon.ts'
import { codes, invalidParams, RpcError } from './errors.ts'
import { legacyVersions, modernVersion, type Call, type Era } from './message.ts'
import { listResources, readResource } from './resources.ts'
import type { Answer } from './result.ts'
import type { States } from './state.ts'
import { listTools, type Scopes } from './tools.ts'

export type Session = {
  /** The caller's id: a question to one person is not answered by another. */
  id: string
  scopes: Scopes
  send: Send
  /** The id that leads to the log. */
  requestId: string
  /** Throws when the service has no secret to sign them. */
  states: () => States
}

type Method = {
  answer: (call: Call, session: Session) => Promise<Answer> | Answer
  /** The eras that have the method; both if left out. */
  only?: Era
  /** How long clients of today may keep the answer, and for whom. */
  cached?: { ttlMs: number; cacheScope: 'public' | 'private' }
  /** What each result says about the service, if not its name and version alone. */
  about?: object
  /** The members that its results for clients of today have in common, as JSON with a comma after each. */
  common?: string
}

/** Every result of today names the service. Only the first one describes it. */
const service = { name, version: contractVersion }
const serverInfo = { ...service, title, icons }
const capabilities = { tools: {}, resources: {} }

const [minutes, hour] = [300_000, 3_600_000]

/** Lists have one page, so no cursor is ours. */
const onePage =
  (list: Method['answer']): Method['answer'] =>
  (call, session) => {
    if (call.params.cursor !== undefined) throw invalidParams('The list has one page, and no cursor.')
    return list(call, session)
  }

const methods: Record<string, Method> = {
  'server/discover': {
    only: 'modern',
    cached: { ttlMs: hour, cacheScope: 'public' },
    about: serverInfo,
    answer: async () => ({
      result: {
        supportedVersions: [modernVersion],
        capabilities,
        instructions: (await import('./texts.ts')).instructions,
      },
    }),
  },
  initialize: {
    only: 'legacy',
    answer: async ({ params: { protocolVersion } }) => ({
      result: {
        protocolVersion: legacyVersions.find((version) => version === protocolVersion) ?? legacyVersions[0],
        capabilities,
        serverInfo,
        instructions: (await import('./texts.ts')).instructions,
      },
    }),
  },
  ping: { only: 'legacy', answer: () => ({ result: {} }) },
  'tools/list': {
    cached: { ttlMs: minutes, cacheScope: 'private' },
    answer: onePage(async (_call, { scopes }) => ({ result: await listTools(scopes) })),
  },
  'tools/call': { answer: callTool },
  'resources/list': {
    cached: { ttlMs: hour, cacheScope: 'public' },
    answer: onePage(async () => ({ result: await listResources() })),
  },
  'resources/templates/list': {
    cached: { ttlMs: hour, cacheScope: 'public' },
    answer: onePage(() => ({ result: { resourceTemplates: [] } })),
  },
  'resources/read': {
    cached: { ttlMs: hour, cacheScope: 'public' },
    answer: async ({ params: { uri }, era }) => ({ result: await readResource(uri, era) }),
  },
}

/** Throws −32601 for a method that the client's era does not have. */
export function methodOf({ method: called, era }: Call): Method {
  const method = Object.hasOwn(methods, called) ? methods[called] : undefined
  if (method && (method.only === undefined || method.only === era)) return method
  throw new RpcError(codes.methodNotFound, shown(`There is no method ${called}.`))
}

/** The JSON of the result that answers the call. */
export function resultText({ era }: Call, method: Method, { result, structured }: Answer): string {
  let members = ''
  if (era === 'modern') {
    if (!('resultType' in result)) members += '"resultType":"complete",'
    members += method.common ??= commonOf(method)
  }
  if (structured !== undefined) members += `"structuredContent":${structured},`
  // Only the result of ping has no members of its own, and it has none of these.
  return `{${members}${JSON.stringify(result).slice(1)}`
}

const commonOf = ({ cached, about = service }: Method) =>
  `${JSON.stringify({ ...cached, _meta: { 'io.modelcontextprotocol/serverInfo': about } }).slice(1, -1)},`
