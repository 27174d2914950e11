// Stock openapi-backend and Prism, asked about a construct as their users ask them.
import { createRequire } from 'node:module'
import { OpenAPIBackend } from 'openapi-backend'
import type { OpenAPIV3 } from 'openapi-types'
import { methods } from '../contract.ts'
import type { Asked, Construct } from './construct.ts'
import type { Support } from './measured.ts'

type Accepts = (asked: Asked) => Promise<boolean>

/** Milliseconds. Some bodies get no answer of Prism. */
const patience = 2000

/** `no`: it stops, or refuses a request that is right. `open`: it accepts one that is wrong, or a contract that is. */
async function supportOf({ right, wrong, refused }: Construct, accepts: Accepts): Promise<Support> {
  for (const asked of right) if (!(await accepts(asked))) return 'no'
  for (const asked of wrong) if (await accepts(asked)) return 'open'
  return refused && right.length === 0 ? 'open' : 'yes'
}

export async function stockBackend(definition: OpenAPIV3.Document, construct: Construct): Promise<Support> {
  const answer = (accepted: boolean) => () => accepted
  const api = new OpenAPIBackend({
    definition: construct.name.startsWith('no operationId') ? definition : withIds(definition),
    coerceTypes: true,
    handlers: {
      notFound: answer(false),
      methodNotAllowed: answer(false),
      notImplemented: answer(true),
      validationFail: answer(false),
      unauthorizedHandler: answer(false),
    },
  })
  for (const scheme of Object.keys(definition.components?.securitySchemes ?? {})) {
    api.registerSecurityHandler(scheme, () => true)
  }
  try {
    await api.init()
  } catch {
    return 'no'
  }
  return supportOf(construct, async ({ line, headers = {}, type, body }) => {
    const [method = '', address = ''] = line.split(' ')
    const [path = '', query = ''] = address.split('?')
    const request = {
      method,
      path,
      query,
      headers: { ...headers, ...(type && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    }
    return (await api.handleRequest(request).catch(() => false)) as boolean
  })
}

/** openapi-backend finds operations by their ids alone. */
function withIds(definition: OpenAPIV3.Document): OpenAPIV3.Document {
  const copy = structuredClone(definition)
  for (const [path, item] of Object.entries(copy.paths)) {
    for (const method of methods) {
      const operation = item?.[method]
      if (operation) operation.operationId ??= `${method} ${path}`
    }
  }
  return copy
}

// Prism is a program; these are the parts that it is made of.
const prism = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli'))

type Operations = object[]
type PrismServer = { listen: (port: number, host: string) => Promise<string>; close: () => Promise<void> }
type PrismParts = {
  getHttpOperationsFromSpec: (spec: object) => Promise<Operations>
  createServer: (operations: Operations, options: object) => PrismServer
  createLogger: (name: string, options: object) => object
}

export async function stockPrism(document: OpenAPIV3.Document, construct: Construct): Promise<Support> {
  // Safe casts: these are the functions that Prism's own program calls.
  const { getHttpOperationsFromSpec } = prism('@stoplight/prism-http') as PrismParts
  const { createServer } = prism('@stoplight/prism-http-server') as PrismParts
  const { createLogger } = prism('@stoplight/prism-core') as PrismParts
  let server: PrismServer
  let address: string
  try {
    server = createServer(await getHttpOperationsFromSpec(document), {
      cors: false,
      config: {
        validateRequest: true,
        validateResponse: false,
        checkSecurity: true,
        errors: true,
        mock: { dynamic: false },
        isProxy: false,
        upstreamProxy: undefined,
      },
      components: { logger: createLogger('test', { enabled: false }) },
    })
    address = await server.listen(0, '127.0.0.1')
  } catch {
    return 'no'
  }
  try {
    return await supportOf(construct, async ({ line, headers = {}, type, body }) => {
      const [method = '', path = ''] = line.split(' ')
      const signal = AbortSignal.timeout(patience)
      const response = await fetch(address + path, {
        signal,
        method,
        headers: { ...headers, ...(type && { 'content-type': type }) },
        ...(body !== undefined && { body }),
      })
      await response.arrayBuffer()
      return response.ok
    })
  } finally {
    await server.close()
  }
}
