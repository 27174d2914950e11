// All operations are at the contract's own servers: the SDK and the gateway know one address.
import type { Oas3Rule, Oas3Server, UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

type WithServers = { servers?: Oas3Server[] }

export const oneAddress: Oas3Rule = () => {
  let common: string | undefined
  const tell = ({ servers }: WithServers, ctx: UserContext) => {
    if (!servers || addresses(servers) === common) return
    const [first] = servers
    ctx.report({
      message: `The SDK sends every operation to its baseUrl, and not to ${first?.url ?? 'these servers'}. Name all servers at the root, or make a second client with this baseUrl for the operation.`,
      location: keyOf(ctx.location.child('servers')),
    })
  }
  return {
    Root({ servers = [] }: WithServers) {
      common = addresses(servers)
    },
    PathItem: tell,
    Operation: tell,
  }
}

const addresses = (servers: Oas3Server[]) => JSON.stringify(servers.map(({ url }) => url))
