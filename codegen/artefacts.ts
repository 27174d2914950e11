// The table of artefacts: what can be made of a contract, and what each artefact alone cannot take.
import { renderAgents } from './agents/index.ts'
import { renderApiTypes, renderReceivedTypes } from './api-types.ts'
import { renderClientSdk } from './client-sdk/index.ts'
import { refusalsOf, renderApiGateway } from './gateway/index.ts'
import { renderAnswerValidators } from './client-sdk/answers/index.ts'
import { renderZod } from './client-sdk/zod/index.ts'
import type { Model } from './model.ts'
import { renderNames } from './names.ts'
import { renderAssistantTools } from './server/assistant-tools.ts'
import { renderEvents } from './server/event-schemas.ts'
import { renderHeaders } from './server/headers.ts'
import { renderMcpTexts, renderMcpTools } from './server/mcp-tools.ts'
import { renderProblems } from './server/problems.ts'
import { renderRoutes } from './server/routes.ts'
import { renderSampleData } from './server/sample-data.ts'
import { renderUploadLimits } from './server/upload-limits.ts'
import { renderValidators } from './server/validators.ts'

export type Artefact = {
  what: string
  /** The artefacts that its files import. */
  needs?: ArtefactName[]
  /** Whether the contract has something for it. When absent, every contract has. */
  isIn?: (model: Model) => boolean
  /** What it cannot take, although all other artefacts can. */
  refuses?: (model: Model) => Refusal[]
  /** Path under generated/ → its content. */
  render: (model: Model) => Files | Promise<Files>
}

/** @property pointer The place in the contract. */
export type Refusal = { pointer: string; message: string }

export type Files = Record<string, string>

export const artefactNames = [
  'openapi',
  'types',
  'received',
  'names',
  'headers',
  'problems',
  'routes',
  'validators',
  'mcp',
  'assistant',
  'upload-limits',
  'sample-data',
  'sdk',
  'answers',
  'zod',
  'gateway',
  'events',
  'agents',
] as const
export type ArtefactName = (typeof artefactNames)[number]

const banner = '// Generated from spec/ by `npm run generate`. Do not edit.\n\n'
const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
const source = (path: string, text: string): Files => ({ [path]: banner + text })

/** The artefacts of a folder under generated/. */
const under = (folder: string, files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      folder + path,
      path.endsWith('.json') ? content : banner + content,
    ]),
  )

export const artefacts: Record<ArtefactName, Artefact> = {
  openapi: { what: 'the contract in one file', render: ({ document }) => ({ 'openapi.json': json(document) }) },
  types: { what: 'the types', render: (model) => source('api.ts', renderApiTypes(model)) },
  received: {
    what: 'the types of requests as operations receive them',
    render: (model) => source('received.ts', renderReceivedTypes(model)),
  },
  names: { what: 'the names of the project', render: (model) => source('names.ts', renderNames(model)) },
  headers: {
    what: 'the headers of every answer',
    isIn: ({ document }) => 'x-response-headers' in document || 'x-cors' in document,
    render: (model) => source('headers.ts', renderHeaders(model)),
  },
  problems: {
    what: 'the problem types',
    isIn: ({ problemTypes }) => Object.keys(problemTypes).length > 0,
    render: (model) => source('problems.ts', renderProblems(model)),
  },
  routes: { what: 'the routes of a server', render: (model) => source('routes.ts', renderRoutes(model)) },
  validators: {
    what: 'the compiled validators of requests',
    render: (model) => under('validators/', renderValidators(model)),
  },
  mcp: {
    what: 'the tools of the MCP endpoint, and what its clients are told',
    isIn: ({ operations }) => operations.some(({ agents }) => agents?.to.includes('mcp') === true),
    render: (model) => ({
      ...source('mcp-tools.ts', renderMcpTools(model)),
      'mcp.json': json(renderMcpTexts(model)),
    }),
  },
  assistant: {
    what: "the tools of the service's own assistant",
    isIn: ({ operations }) => operations.some(({ agents }) => agents?.to.includes('assistant') === true),
    render: (model) => source('assistant-tools.ts', renderAssistantTools(model)),
  },
  'upload-limits': {
    what: 'the largest upload of each operation that presigns one',
    isIn: ({ operations }) => operations.some(({ sdk }) => sdk.upload === true),
    render: (model) => source('upload-limits.ts', renderUploadLimits(model)),
  },
  'sample-data': {
    what: 'the object that each operation with x-sample-data returns',
    isIn: ({ operations }) => operations.some(({ sampleData }) => sampleData !== undefined),
    render: (model) => source('sample-data.ts', renderSampleData(model)),
  },
  sdk: {
    what: 'the typed client, with handlers for MSW and options for TanStack Query',
    needs: ['types', 'names', 'answers'],
    render: (model) => under('client-sdk/', renderClientSdk(model)),
  },
  answers: {
    what: "the validators of answers, for the client's option `validate`",
    render: async (model) => under('client-sdk/', await renderAnswerValidators(model)),
  },
  zod: {
    what: 'a zod schema for each schema, request and answer',
    needs: ['types'],
    render: (model) => source('client-sdk/zod.ts', renderZod(model)),
  },
  gateway: {
    what: "the body of API Gateway's REST API",
    refuses: refusalsOf,
    render: (model) => ({ 'api-gateway.json': json(renderApiGateway(model)) }),
  },
  events: {
    what: 'the events that the service publishes',
    isIn: ({ events }) => events.length > 0,
    render: (model) => under('events/', renderEvents(model)),
  },
  agents: {
    what: 'the definitions for assistants',
    isIn: ({ operations }) => operations.some(({ agents }) => agents !== undefined),
    render: (model) => {
      const documents = Object.entries(renderAgents(model)).map(([name, document]) => [name, json(document)] as const)
      return under('agents/', Object.fromEntries(documents))
    },
  },
}

/** The files of these artefacts, by their paths. Renderers are pure, so they run one after another. */
export async function renderArtefacts(model: Model, names: readonly ArtefactName[] = artefactNames): Promise<Files> {
  const files: Files = {}
  for (const name of names) Object.assign(files, await artefacts[name].render(model))
  return files
}
