// The assistants of a stage: who may sign people in to the MCP endpoint, and the names of what they get.
import { constructId } from './names.ts'
import type { Stage } from './stages.ts'

export type Assistant = {
  /** Letters and digits, as `claude` or `copilotStudio`. */
  name: string
  /** Cognito returns people to these addresses after they have signed in. The assistant's own pages name them. */
  callbackUrls: string[]
  /** For a platform that asks for a secret, as Microsoft 365. The others are public clients with PKCE. */
  withSecret?: boolean
}

/** The id of the app client's construct. */
export const clientIdOf = ({ name }: Assistant) => `Assistant${constructId(name)}`

/** The name of the output that has the id of the app client. */
export const outputOf = (assistant: Assistant) => `${clientIdOf(assistant)}ClientId`

/** Throws a sentence when the stage cannot have these assistants. */
export function checkAssistants({ name, assistants = [], apiDomain }: Stage) {
  if (assistants.length === 0) return
  if (!apiDomain) {
    const reason = 'clients look for the sign-in at the root of the host'
    throw new Error(`${name} lists assistants, so it needs apiDomain in infra/stages.ts: ${reason}.`)
  }
  const ids = assistants.map((assistant) => clientIdOf(assistant))
  for (const [index, { name: assistant, callbackUrls }] of assistants.entries()) {
    const what = `The assistant '${assistant}' of ${name}`
    if (!/^[a-z][a-z0-9]{0,31}$/i.test(assistant)) {
      throw new Error(`${what} must have a name of at most 32 letters and digits that begins with a letter.`)
    }
    if (ids.indexOf(ids[index] ?? '') !== index) throw new Error(`${what} is listed twice.`)
    if (callbackUrls.length === 0) throw new Error(`${what} needs a callbackUrl.`)
  }
}
