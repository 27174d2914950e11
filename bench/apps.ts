// The apps without the other frameworks, each a function that makes a handler. A bundle has one of them (see build.ts).
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import addFormats from 'ajv-formats'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context as LambdaContext } from 'aws-lambda'
import { createPublicKey, verify } from 'node:crypto'
import { OpenAPIBackend, type Context } from 'openapi-backend'
import { scopes } from '../generated/names.ts'
import type { Assistants } from '../server/assistants.ts'
import { createAuthenticate } from '../server/auth/authenticate.ts'
import { createDocuments } from '../server/repositories/documents.ts'
import { createPresign } from '../server/services/presign.ts'
import { answers, operationId, pool, resourceName, served } from './api.ts'

const headers = { 'Content-Type': 'application/json' }
const json = (statusCode: number, body: object) => ({ statusCode, headers, body: JSON.stringify(body) })

// --- The bare handler: routed by hand, nothing validated

export function bare() {
  const names = new Set(served.resources().map(resourceName))
  // Async, because the other handlers give a promise too.

  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const { httpMethod, path, queryStringParameters: query } = event
    const [, name = '', id, more] = path.split('/')
    if (!names.has(name) || more !== undefined) return json(404, { title: 'Not found' })
    const body = () => JSON.parse(event.body ?? '{}') as object
    switch (`${httpMethod} ${id === undefined ? 'list' : 'item'}`) {
      case 'GET list':
        return json(200, answers.list(query?.limit === undefined ? undefined : Number(query.limit)))
      case 'POST list':
        return json(201, answers.create(body()))
      case 'GET item':
        return json(200, answers.get(id ?? ''))
      case 'PUT item':
        return json(200, answers.update(id ?? '', body()))
      case 'DELETE item':
        return { statusCode: 204, headers: {}, body: '' }
      default:
        return json(405, { title: 'Method not allowed' })
    }
  }
}

/** The bare handler, with a token check and a put into DynamoDB by the libraries that Frontdesk uses. */
export function bareWithServices() {
  const { userPoolId, clientId, jwks } = pool()
  const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: 'id', clientId })
  verifier.cacheJwks(jwks)
  const store = createStore(DynamoDBDocumentClient.from(new DynamoDBClient()))
  const handle = bare()
  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const [, token = ''] = event.headers.Authorization?.split(' ') ?? []
    await verifier.verify(token)
    const answer = await handle(event)
    if (answer.statusCode === 201) await store.put(answers.create(JSON.parse(event.body ?? '{}') as object))
    return answer
  }
}

type Store = ReturnType<typeof createStore>

/** One put into DynamoDB, by the same client in every app that has it. */
function createStore(documents: DynamoDBDocumentClient) {
  return { put: (Item: Record<string, unknown>) => documents.send(new PutCommand({ TableName: 'parcels', Item })) }
}

// --- openapi-backend as its README shows it: it reads, validates and compiles the document at start. Its examples for
// Lambda set `quick`: then it skips the check of the document, and compiles a validator at first use.

/** A request that the engine has validated. */
type Valid = Context<object, { id: string }, { limit?: number }>

export function openapiBackend() {
  const api = new OpenAPIBackend({
    definition: served.contract(),
    quick: served.quick(),
    coerceTypes: true,
    customizeAjv: (ajv) => {
      addFormats.default(ajv)
      return ajv
    },
  })
  api.register({
    validationFail: (c: Context) => json(400, { title: 'Invalid', errors: c.validation.errors }),
    notFound: () => json(404, { title: 'Not found' }),
    methodNotAllowed: () => json(405, { title: 'Method not allowed' }),
  })
  for (const n of served.resources()) {
    api.register({
      [operationId('list', n)]: ({ request }: Valid) => json(200, answers.list(request.query.limit)),
      [operationId('create', n)]: ({ request }: Valid) => json(201, answers.create(request.requestBody)),
      [operationId('get', n)]: ({ request }: Valid) => json(200, answers.get(request.params.id)),
      [operationId('update', n)]: ({ request }: Valid) =>
        json(200, answers.update(request.params.id, request.requestBody)),
      [operationId('delete', n)]: () => ({ statusCode: 204, headers: {}, body: '' }),
    })
  }
  void api.init()

  return (event: APIGatewayProxyEvent, context: LambdaContext): Promise<APIGatewayProxyResult> =>
    api.handleRequest(
      {
        method: event.httpMethod,
        path: event.path,
        query: (event.queryStringParameters ?? {}) as Record<string, string>,
        body: event.body,
        headers: event.headers as Record<string, string>,
      },
      event,
      context,
    )
}

// --- Frontdesk: its own handler, with these in the place of its operations and dependencies

type ParcelRequest = { path: { id: string }; query: { limit?: number }; body: object }
type ParcelResult = { status: number; body?: object }
type ParcelOperation = (request: ParcelRequest, context: { store?: Store }) => ParcelResult | Promise<ParcelResult>

/** The operations of the benchmark. With a store, a creation is one put into DynamoDB. */
export function ourOperations(): Record<string, ParcelOperation> {
  const ofResource = (n: number): Record<string, ParcelOperation> => ({
    [operationId('list', n)]: ({ query }) => ({ status: 200, body: answers.list(query.limit) }),
    [operationId('create', n)]: async ({ body }, { store }) => {
      const parcel = answers.create(body)
      await store?.put(parcel)
      return { status: 201, body: parcel }
    },
    [operationId('get', n)]: ({ path }) => ({ status: 200, body: answers.get(path.id) }),
    [operationId('update', n)]: ({ path, body }) => ({ status: 200, body: answers.update(path.id, body) }),
    [operationId('delete', n)]: () => ({ status: 204 }),
  })
  return Object.assign({}, ...served.resources().map(ofResource)) as Record<string, ParcelOperation>
}

const silent = () => undefined

/** The engine alone: no log, no services. */
export const ourDependencies = () => ({
  logger: { info: silent, error: silent },
  metrics: undefined,
  allowedOrigins: ['*'],
})

/** The engine with Frontdesk's own token check and its own DynamoDB client. */
export function ourDependenciesWithServices() {
  const { userPoolId, clientId, jwksUri, jwks } = pool()
  const jwksCache = new SimpleJwksCache()
  jwksCache.addJwks(jwksUri, jwks)
  const signingKeys = Object.assign(jwksCache, { current: () => jwks })
  return {
    ...ourDependencies(),
    authenticate: createAuthenticate({ userPoolId, userClientId: clientId, accessClientIds: [clientId], signingKeys }),
    store: createStore(createDocuments()),
  }
}

/** The caller of the engine alone, which checks no tokens. */
export const anyone = { kind: 'anyone', id: 'anyone', name: 'anyone' }

// --- MCP: Frontdesk's own contract and operations. Nothing is stored, logged or verified, so that the protocol is what is measured.

const everyone = { kind: 'user' as const, id: 'bench', name: 'bench', scopes }
let assistants: Promise<Assistants> | undefined

export const mcpDependencies = () => ({
  ...ourDependencies(),
  environment: 'bench',
  mcpOrigins: [],
  authenticate: () => Promise.resolve(everyone),
  assistants: () =>
    (assistants ??= import('../server/assistants.ts').then((module) => module.createAssistants({}, []))),
})

// --- A token that was seen before

/** As Frontdesk checks a token: it remembers a verified one. */
export function rememberedToken() {
  const { authenticate } = ourDependenciesWithServices()
  return async ({ headers, httpMethod: method, path }: APIGatewayProxyEvent) => {
    const request = { method, path, query: {}, headers: { authorization: headers.Authorization ?? '' }, requestId: '' }
    const { id } = await authenticate(request, [])
    return { statusCode: 200, body: id }
  }
}

/** The RSA operation, which every check needs that remembers nothing. */
export function rawRsa() {
  const [jwk = {}] = pool().jwks.keys
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  return ({ headers }: APIGatewayProxyEvent) => {
    const token = headers.Authorization?.slice('Bearer '.length) ?? ''
    const end = token.lastIndexOf('.')
    const signature = Buffer.from(token.slice(end + 1), 'base64url')
    const isValid = verify('sha256', Buffer.from(token.slice(0, end)), key, signature)
    return Promise.resolve({ statusCode: isValid ? 200 : 401, body: '' })
  }
}

// --- The first presigned URL

const upload = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
  bucket: 'parcels',
  key: 'parcels/0123/note.txt',
}

/** As Frontdesk presigns. */
export function ourPresign() {
  return async () => {
    const { region, credentials, bucket, key } = upload
    const presign = createPresign({ region, credentials, endpoint: undefined })
    const url = await presign({ seconds: 900, method: 'PUT', bucket, key, headers: { 'content-type': 'text/plain' } })
    return { statusCode: 200, body: url }
  }
}

/** As the AWS SDK's documentation presigns. */
export function sdkPresign() {
  return async () => {
    const { region, credentials, bucket, key } = upload
    const client = new S3Client({ region, credentials, requestChecksumCalculation: 'WHEN_REQUIRED' })
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: 'text/plain' })
    const url = await getSignedUrl(client, command, { expiresIn: 900, signableHeaders: new Set(['content-type']) })
    return { statusCode: 200, body: url }
  }
}
