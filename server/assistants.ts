// All that assistants need: their sign-in, its open documents, and the MCP endpoint. The first request of one loads it.
import type { Authenticate, Caller, Judge } from './auth/authenticate.ts'
import { createMetadata } from './auth/metadata.ts'
import { refuseOrigin, resourceOf, withMetadata } from './auth/resource.ts'
import type { HttpRequest } from './http/message.ts'
import { createEndpoint } from './mcp/endpoint.ts'
import { listOf, requiredIn } from './variables.ts'

export type Assistants = ReturnType<typeof createAssistants>

/** A shorter secret could be guessed. */
const minKeyLength = 32

/** @param origins Of the pages that may call the MCP endpoint. */
export function createAssistants(env: NodeJS.ProcessEnv, origins: readonly string[]) {
  return {
    ...createMetadata(env),
    answer: createEndpoint(() => stateKeysIn(env)),

    /**
     * Returns the caller of the MCP endpoint. A page of another origin is refused before its token is read.
     * @param alternatives One of these lists of scopes is enough.
     */
    authenticate: (
      request: HttpRequest,
      alternatives: readonly (readonly string[])[],
      authenticate: Authenticate,
    ): Promise<Caller> => {
      refuseOrigin(request, origins)
      const judge: Judge = ({ token_use: use, aud }, granted) => {
        if (use !== 'access') return 'An ID token is not accepted here. Send an access token.'
        // The audience of an access token is the resource that it was asked for, if any.
        const isForUs = aud === undefined || [aud].flat().includes(resourceOf(request))
        if (!isForUs) return 'The token is for another resource.'
        const isGranted = alternatives.some((needed) => needed.every((scope) => granted.includes(scope)))
        return isGranted ? undefined : alternatives.flat()
      }
      return authenticate(request, [], judge).catch((error: unknown) => {
        throw withMetadata(error, request)
      })
    },
  }
}

/** The secrets that sign questions to a person. The first one signs, and all are accepted. */
export function stateKeysIn(env: NodeJS.ProcessEnv): string[] {
  const keys = listOf(requiredIn(env)('MCP_STATE_KEYS'))
  if (keys.length === 0 || keys.some((key) => key.length < minKeyLength)) {
    throw new Error(`MCP_STATE_KEYS must have secrets of at least ${minKeyLength} characters.`)
  }
  return keys
}
