// The other frameworks, each a function that makes its handler. A bundle has one of them (see build.ts). Only
// bench/tsconfig.json checks this file, because the main install does not have its packages.
import { HttpStatusCodes, RequestValidationError, Router } from '@aws-lambda-powertools/event-handler/http'
import { configure as serverlessExpress } from '@codegenie/serverless-express'
import awsLambdaFastify from '@fastify/aws-lambda'
import { createRoute, OpenAPIHono, z as honoZod } from '@hono/zod-openapi'
import { createMcpHandler, Server } from '@modelcontextprotocol/server'
import type { Context } from 'aws-lambda'
import expressApp, { json, type ErrorRequestHandler, type Request } from 'express'
import { middleware } from 'express-openapi-validator'
import { fastify as createFastify, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import openapiGlue from 'fastify-openapi-glue'
import { handle } from 'hono/aws-lambda'
import { createMiddleware } from 'hono/factory'
import { z as zod } from 'zod'
import { name, title } from '../generated/names.ts'
import type { HttpRequest } from '../server/http/message.ts'
import { callTool } from '../server/mcp/call.ts'
import type { answer as ourAnswer } from '../server/mcp/index.ts'
import { listTools } from '../server/mcp/tools.ts'
import { answers, operationId, resourceName, served } from './api.ts'
import { createServices } from './apps/as-documented.ts'

/** Whether the peers check tokens, and put what they create into DynamoDB. The bundler puts the value in. */
declare const SERVICES: boolean
const services = SERVICES ? createServices() : undefined

async function created(body: object) {
  const parcel = answers.create(body)
  await services?.store.put(parcel)
  return parcel
}

// --- Hono with @hono/zod-openapi, as its README shows it

const content = <T>(schema: T) => ({ content: { 'application/json': { schema } } })
const answer = <T>(schema: T) => ({ description: 'The answer.', ...content(schema) })
const body = <T>(schema: T) => ({ required: true, ...content(schema) })

const honoAuthentication = ({ authenticate }: ReturnType<typeof createServices>) =>
  createMiddleware(async (c, next) => {
    await authenticate(c.req.header('authorization'))
    await next()
  })

export function hono() {
  const app = new OpenAPIHono()
  if (services) app.use(honoAuthentication(services))
  for (const n of served.resources()) {
    const { parcel, change, stored, path: params, query } = schemasIn(honoZod)
    const collection = `/${resourceName(n)}`
    const item = `${collection}/{id}`
    app.openapi(
      createRoute({
        operationId: operationId('list', n),
        method: 'get',
        path: collection,
        request: { query },
        responses: { 200: answer(honoZod.object({ items: honoZod.array(stored) })) },
      }),
      (c) => c.json(answers.list(c.req.valid('query').limit) as never, 200),
    )
    app.openapi(
      createRoute({
        operationId: operationId('create', n),
        method: 'post',
        path: collection,
        request: { body: body(parcel) },
        responses: { 201: answer(stored) },
      }),
      async (c) => c.json((await created(c.req.valid('json'))) as never, 201),
    )
    app.openapi(
      createRoute({
        operationId: operationId('get', n),
        method: 'get',
        path: item,
        request: { params },
        responses: { 200: answer(stored) },
      }),
      (c) => c.json(answers.get(c.req.valid('param').id) as never, 200),
    )
    app.openapi(
      createRoute({
        operationId: operationId('update', n),
        method: 'put',
        path: item,
        request: { params, body: body(change) },
        responses: { 200: answer(stored) },
      }),
      (c) => c.json(answers.update(c.req.valid('param').id, c.req.valid('json')) as never, 200),
    )
    app.openapi(
      createRoute({
        operationId: operationId('delete', n),
        method: 'delete',
        path: item,
        request: { params },
        responses: { 204: { description: 'Deleted.' } },
      }),
      (c) => c.body(null, 204),
    )
  }
  return handle(app)
}

// --- Powertools for AWS Lambda: its event handler with its own validation, by Zod

export function powertools() {
  const app = new Router()
  if (services) {
    app.use(async ({ reqCtx, next }) => {
      await services.authenticate(reqCtx.req.headers.get('authorization') ?? '')
      await next()
    })
  }

  // Its default status is 422.
  app.errorHandler(RequestValidationError, async ({ message }) => ({
    statusCode: HttpStatusCodes.BAD_REQUEST,
    title: message,
  }))

  for (const n of served.resources()) {
    const { parcel, change, path, query } = schemasIn(zod)
    const collection = `/${resourceName(n)}` as const
    const item = `${collection}/:id` as const
    app.get(collection, ({ valid }) => answers.list(valid.req.query.limit), { validation: { req: { query } } })
    app.post(
      collection,
      async ({ valid }) => ({ statusCode: HttpStatusCodes.CREATED, body: await created(valid.req.body) }),
      {
        validation: { req: { body: parcel } },
      },
    )
    app.get(item, ({ valid }) => answers.get(valid.req.path.id), { validation: { req: { path } } })
    app.put(item, ({ valid }) => answers.update(valid.req.path.id, valid.req.body), {
      validation: { req: { path, body: change } },
    })
    app.delete(item, () => new Response(null, { status: 204 }), { validation: { req: { path } } })
  }

  return (event: unknown, context: Context) => app.resolve(event, context)
}

// --- Express with express-openapi-validator, behind the adapter for Lambda

export function express() {
  const app = expressApp()
  app.use(json())
  app.use(
    middleware({
      apiSpec: served.contract() as never,
      validateRequests: true,
      validateResponses: false,
      // The default accepts the 30th of February.
      ajvFormats: { mode: 'full' },
    }),
  )

  for (const n of served.resources()) {
    const collection = `/${resourceName(n)}`
    const item = `${collection}/:id`
    app.get(collection, (req, res) => void res.json(answers.list(req.query.limit as unknown as number)))
    app.post(collection, (req, res) => void res.status(201).json(answers.create(req.body as object)))
    app.get(item, (req: Request<{ id: string }>, res) => void res.json(answers.get(req.params.id)))
    app.put(item, (req: Request<{ id: string }>, res) => {
      res.json(answers.update(req.params.id, req.body as object))
    })
    app.delete(item, (_req, res) => void res.status(204).end())
  }

  const failed: ErrorRequestHandler = (
    error: { status?: number; message: string; errors?: object },
    _req,
    res,
    _next,
  ) => {
    res.status(error.status ?? 500).json({ title: error.message, errors: error.errors })
  }
  app.use(failed)

  return serverlessExpress({ app })
}

// --- Fastify with fastify-openapi-glue, behind the adapter for Lambda

export function fastify() {
  // The default removes unknown members.
  const app = createFastify({ ajv: { customOptions: { removeAdditional: false } } })
  if (services) {
    app.addHook('onRequest', async ({ headers }) => {
      await services.authenticate(headers.authorization)
    })
  }
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id

  const serviceHandlers = Object.fromEntries(
    served.resources().flatMap((n) => [
      [operationId('list', n), (req: FastifyRequest) => answers.list((req.query as { limit?: number }).limit)],
      [
        operationId('create', n),
        async (req: FastifyRequest, reply: FastifyReply) => reply.code(201).send(await created(req.body as object)),
      ],
      [operationId('get', n), (req: FastifyRequest) => answers.get(idOf(req))],
      [operationId('update', n), (req: FastifyRequest) => answers.update(idOf(req), req.body as object)],
      [operationId('delete', n), (_req: FastifyRequest, reply: FastifyReply) => reply.code(204).send()],
    ]),
  )
  app.setErrorHandler<FastifyError>(({ statusCode = 500, message }, _req, reply) =>
    reply.code(statusCode).send({ title: message }),
  )
  app.register(openapiGlue, { specification: served.contract(), serviceHandlers })

  return awsLambdaFastify(app)
}

// --- The contract's schemas in Zod

/** @param z The `z` of the framework: Hono extends it. */
function schemasIn(z: typeof zod) {
  const recipient = z.strictObject({
    name: z.string().min(1).max(120),
    city: z.string().min(1).max(120),
    postcode: z
      .string()
      .regex(/^[0-9A-Z -]{3,10}$/)
      .optional(),
  })
  const parcel = z.strictObject({
    name: z.string().min(1).max(120),
    description: z.string().max(2000).optional(),
    category: z.enum(['letter', 'small', 'large', 'freight']),
    quantity: z.int().min(0).max(100_000),
    price: z.number().min(0).max(9_999_999.99),
    dispatchDate: z.iso.date(),
    labels: z
      .record(z.string(), z.string().max(256))
      .refine((labels) => Object.keys(labels).length <= 20)
      .optional(),
    recipient,
  })
  const id = z.string().regex(/^[0-9a-f]{32}$/)
  return {
    parcel,
    change: parcel.partial().refine((change) => Object.keys(change).length > 0),
    stored: parcel.extend({ id }),
    path: z.object({ id }),
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).optional(),
      category: parcel.shape.category.optional(),
    }),
  }
}

// --- The official server package in the place of Frontdesk's own protocol. Lists and calls are Frontdesk's in both.

type Session = Parameters<typeof ourAnswer>[1]

const mcpHandler = createMcpHandler(
  ({ authInfo }) => {
    const { scopes, sendAs, ...rest } = authInfo?.extra as Session & Record<string, unknown>
    const server = new Server({ name, title, version: '1.0.0' }, { capabilities: { tools: {} } })
    server.setRequestHandler('tools/list', async () => (await listTools(scopes)) as never)
    server.setRequestHandler('tools/call', async ({ params }) => {
      const call = {
        method: 'tools/call',
        id: 1,
        era: 'modern',
        capabilities: {},
        clientName: 'bench',
        params,
      } as const
      const { result, structured } = await callTool(call as never, { ...rest, scopes, send: sendAs('bench') } as never)
      return { ...result, ...(structured !== undefined && { structuredContent: JSON.parse(structured) }) } as never
    })
    return server
  },
  { responseMode: 'json' },
)

export async function officialAnswer({ headers, body }: HttpRequest, session: Session) {
  const request = new Request('http://localhost/mcp', { method: 'POST', headers, body: body?.toString() ?? null })
  const authInfo = { token: '', clientId: 'bench', scopes: [...session.scopes], extra: { ...session } }
  const response = await mcpHandler.fetch(request, { authInfo })
  return { status: response.status, body: await response.json() }
}
