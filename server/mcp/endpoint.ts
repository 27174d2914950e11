// The endpoint: a request of HTTP becomes a message, and the calls of tools become requests of the app.
import { withMetadata } from '../auth/resource.ts'
import type { HttpRequest } from '../http/message.ts'
import { isRequestId } from '../http/request-id.ts'
import type { Context } from '../operation.ts'
import { answer, type McpAnswer } from './index.ts'
import { createStates } from './state.ts'

/** A client names itself as it likes. The log has the plain beginning. */
const loggedClient = (name = '') => name.replaceAll(/[^\w .@/+-]/g, '_').slice(0, 64) || 'unnamed'

/** @param stateKeys The secrets that sign questions to a person. Throws when there are none. */
export const createEndpoint =
  (stateKeys: () => string[]) =>
  async ({ caller, message, app }: Pick<Context, 'caller' | 'message' | 'app'>): Promise<McpAnswer> => {
    const { authorization, 'x-request-id': requestId } = message.headers
    const own: HttpRequest['headers'] = {}
    if (authorization !== undefined) own.authorization = authorization
    if (requestId !== undefined) own['x-request-id'] = requestId
    try {
      return await answer(message, {
        id: caller.id,
        scopes: caller.scopes ?? [],
        requestId: isRequestId(requestId) ? requestId : message.requestId,
        states: () => createStates(stateKeys()),
        sendAs: (name) => {
          const client = loggedClient(name)
          return (request) =>
            app({
              ...request,
              headers: Object.assign({}, request.headers, own),
              requestId: message.requestId,
              client,
            })
        },
      })
    } catch (error) {
      throw withMetadata(error, message)
    }
  }
