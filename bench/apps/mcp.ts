// Frontdesk's own contract and operations. Nothing is stored, logged or verified, so that MCP is what is measured.
import { scopes } from '../../generated/names.ts'
import type { Assistants } from '../../server/assistants.ts'
import { ourDependencies } from './ours.ts'

const everyone = { kind: 'user' as const, id: 'bench', name: 'bench', scopes }
let assistants: Promise<Assistants> | undefined

export const mcpDependencies = () => ({
  ...ourDependencies(),
  environment: 'bench',
  mcpOrigins: [],
  authenticate: () => Promise.resolve(everyone),
  assistants: () =>
    (assistants ??= import('../../server/assistants.ts').then((module) => module.createAssistants({}, []))),
})
