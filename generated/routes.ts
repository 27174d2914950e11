// Generated from spec/ by `npm run generate`. Do not edit.

export type Scalar = 'string' | 'integer' | 'number' | 'boolean'

/** How a member of an object is read. */
export type MemberReading = { scalar: Scalar; isList?: true; members?: Record<string, MemberReading>; isJson?: true }

/** How a parameter is read that is more than a text, or an integer of the query. */
export type Reading = {
  in: 'path' | 'query' | 'header' | 'cookie'
  name: string
  shape: 'scalar' | 'array' | 'object' | 'json'
  scalar: Scalar
  choices?: Scalar[]
  separator?: string
  explode?: true
  deep?: true
  members?: Record<string, MemberReading>
  others?: Scalar
  emptyIsAbsent?: true
  isJson?: true
}

/** How a body of a media type is read. */
export type MediaReading = {
  type: string
  kind: 'json' | 'form' | 'multipart' | 'text' | 'binary'
  /** The JSON body, whose validators have no media type. */
  isJson?: true
  members?: Record<string, MemberReading>
  others?: Scalar
  /** Members whose items share one text. */
  commas?: string[]
}

export type Route = {
  path: string
  method: string
  operationId: string
  security: Record<string, string[]>[]
  /** Query parameters that are integers. */
  integers?: string[]
  /** Headers that a request gives at most once, in lower case. */
  singleHeaders: string[]
  /** Path parameters that can identify a person. */
  personal?: string[]
  hasBody: boolean
  /** The body may be left out, and JSON null stands for no body. */
  nullIsNoBody?: true
  /** All parameters, where some are more than texts and integers of the query. */
  reads?: Reading[]
  /** The media types of the body, where there are others than application/json. */
  media?: MediaReading[]
  /** The body is a message of this protocol, which the operation reads itself. */
  protocol?: 'json-rpc'
  /** Headers of every answer: those of a deprecated operation. */
  headers?: Record<string, string>
  /** The type of the event that ends a stream with a problem. */
  failureEvent?: string
}

export const routes: Route[] = [
  {
    path: '/cases',
    method: 'get',
    operationId: 'listCases',
    security: [{ cognito: ['frontdesk/read'] }],
    integers: ['limit'],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/cases',
    method: 'post',
    operationId: 'createCase',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: ['idempotency-key'],
    hasBody: true,
  },
  {
    path: '/cases/{caseId}',
    method: 'get',
    operationId: 'getCase',
    security: [{ cognito: ['frontdesk/read'] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/cases/{caseId}',
    method: 'put',
    operationId: 'updateCase',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
  },
  {
    path: '/cases/{caseId}/upload',
    method: 'get',
    operationId: 'getCaseUploadUrl',
    security: [{ cognito: ['frontdesk/write'] }],
    integers: ['contentLength'],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/cases/{caseId}/files',
    method: 'get',
    operationId: 'listCaseFiles',
    security: [{ cognito: ['frontdesk/read'] }],
    integers: ['limit'],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/events',
    method: 'get',
    operationId: 'listEvents',
    security: [],
    integers: ['limit'],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/events',
    method: 'post',
    operationId: 'createEvent',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: ['idempotency-key'],
    hasBody: true,
  },
  {
    path: '/events/{eventId}',
    method: 'get',
    operationId: 'getEvent',
    security: [],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/events/{eventId}',
    method: 'put',
    operationId: 'updateEvent',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
  },
  {
    path: '/events/{eventId}',
    method: 'delete',
    operationId: 'deleteEvent',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/products',
    method: 'get',
    operationId: 'listProducts',
    security: [{ cognito: ['frontdesk/read'] }],
    integers: ['limit'],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/products',
    method: 'post',
    operationId: 'createProduct',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
  },
  {
    path: '/products/{productId}',
    method: 'get',
    operationId: 'getProduct',
    security: [{ cognito: ['frontdesk/read'] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/products/{productId}',
    method: 'put',
    operationId: 'updateProduct',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
  },
  {
    path: '/products/{productId}',
    method: 'delete',
    operationId: 'deleteProduct',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/customers/{id}',
    method: 'get',
    operationId: 'getCustomer',
    security: [{ apiKey: [] }],
    singleHeaders: [],
    personal: ['id'],
    hasBody: false,
  },
  {
    path: '/customers/{id}',
    method: 'put',
    operationId: 'putCustomer',
    security: [{ apiKey: [] }],
    singleHeaders: [],
    personal: ['id'],
    hasBody: true,
    nullIsNoBody: true,
  },
  {
    path: '/customers/{id}',
    method: 'delete',
    operationId: 'deleteCustomer',
    security: [{ apiKey: [] }],
    singleHeaders: [],
    personal: ['id'],
    hasBody: false,
  },
  {
    path: '/workflow/submit',
    method: 'post',
    operationId: 'submitWorkflow',
    security: [{ apiKey: [] }],
    singleHeaders: ['idempotency-key'],
    hasBody: true,
  },
  {
    path: '/workflow/executions/{executionId}',
    method: 'get',
    operationId: 'getWorkflowExecution',
    security: [{ apiKey: [] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/chat',
    method: 'post',
    operationId: 'chat',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
  },
  {
    path: '/chat/stream',
    method: 'post',
    operationId: 'chatStream',
    security: [{ cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
    failureEvent: 'error',
  },
  {
    path: '/mcp',
    method: 'post',
    operationId: 'mcp',
    security: [{ cognito: ['frontdesk/read'] }, { cognito: ['frontdesk/write'] }],
    singleHeaders: [],
    hasBody: true,
    protocol: 'json-rpc',
  },
  {
    path: '/.well-known/oauth-protected-resource',
    method: 'get',
    operationId: 'getProtectedResource',
    security: [],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/.well-known/oauth-protected-resource/mcp',
    method: 'get',
    operationId: 'getMcpProtectedResource',
    security: [],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/.well-known/oauth-authorization-server',
    method: 'get',
    operationId: 'getAuthorizationServer',
    security: [],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/users',
    method: 'get',
    operationId: 'listUsers',
    security: [{ cognito: ['frontdesk/read'] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/orders',
    method: 'get',
    operationId: 'listOrders',
    security: [{ cognito: ['frontdesk/read'] }],
    singleHeaders: [],
    hasBody: false,
  },
  {
    path: '/status',
    method: 'get',
    operationId: 'getStatus',
    security: [{ cognito: ['frontdesk/read'] }],
    singleHeaders: [],
    hasBody: false,
  },
  { path: '/openapi.json', method: 'get', operationId: 'getOpenApi', security: [], singleHeaders: [], hasBody: false },
]

/** Bundles leave out what no route needs. */
export const hasReadings: boolean = false
export const hasMedia: boolean = false

export const contractVersion = '0.1.0'
