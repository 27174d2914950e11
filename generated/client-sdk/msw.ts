// Generated from spec/ by `npm run generate`. Do not edit.

import { paged } from '../../client-sdk/src/mock-answers.ts'
import { mockFiles } from '../../client-sdk/src/mock-files.ts'
import { streamed } from '../../client-sdk/src/mock-events.ts'
import {
  answering,
  exampleHandlers,
  type Example,
  type Handle,
  sameIds,
  storageOf,
  withFiles,
} from '../../client-sdk/src/mock-handlers.ts'
import { remembering, type StatefulMock } from '../../client-sdk/src/stateful-mock.ts'
import type { HttpHandler } from 'msw'

export type { Handle, MockAnswer, MockResolver } from '../../client-sdk/src/mock-handlers.ts'
export type { StatefulMock } from '../../client-sdk/src/stateful-mock.ts'

const problems = {
  BadRequest: {
    body: {
      type: '/docs/problems/invalid-request',
      title: 'Invalid request',
      status: 400,
      detail: 'The request does not match the contract: /description must have required property.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      errors: [{ pointer: '/description', detail: 'is required' }],
      error: 'Invalid request',
      message: 'The request does not match the contract: /description must have required property.',
    },
  },
  Unauthenticated: {
    body: {
      type: '/docs/problems/unauthenticated',
      title: 'Unauthenticated',
      status: 401,
      detail: 'The token has expired.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Unauthenticated',
      message: 'The token has expired.',
    },
  },
  InsufficientScope: {
    body: {
      type: '/docs/problems/insufficient-scope',
      title: 'Insufficient scope',
      status: 403,
      detail: 'This operation needs the scope frontdesk/write.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Insufficient scope',
      message: 'This operation needs the scope frontdesk/write.',
    },
  },
  TooManyRequests: {
    headers: { 'Retry-After': '2' },
    body: {
      type: '/docs/problems/too-many-requests',
      title: 'Too many requests',
      status: 429,
      detail: 'Too many requests. Try again in 2 seconds.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Too many requests',
      message: 'Too many requests. Try again in 2 seconds.',
    },
  },
  HeadersTooLarge: {
    body: {
      type: '/docs/problems/request-header-fields-too-large',
      title: 'Request header fields too large',
      status: 431,
      detail: 'The request line and the header values have more than 10240 bytes together.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Request header fields too large',
      message: 'The request line and the header values have more than 10240 bytes together.',
    },
  },
  InternalError: {
    body: {
      type: '/docs/problems/internal-error',
      title: 'Internal server error',
      status: 500,
      detail: 'The service failed. The request id leads to the cause in its log.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Internal server error',
      message: 'The service failed. The request id leads to the cause in its log.',
    },
  },
  ServiceUnavailable: {
    headers: { 'Retry-After': '2' },
    body: {
      type: '/docs/problems/service-unavailable',
      title: 'Service unavailable',
      status: 503,
      detail: 'A service that this one needs is not available. Try again in 2 seconds.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Service unavailable',
      message: 'A service that this one needs is not available. Try again in 2 seconds.',
    },
  },
  GatewayTimeout: {
    body: {
      type: '/docs/problems/gateway-timeout',
      title: 'Gateway timeout',
      status: 504,
      detail: 'A service that this one needs did not answer in time.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Gateway timeout',
      message: 'A service that this one needs did not answer in time.',
    },
  },
  PayloadTooLarge: {
    body: {
      type: '/docs/problems/payload-too-large',
      title: 'Payload too large',
      status: 413,
      detail: 'The body has 300000 bytes; at most 262144 are accepted.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Payload too large',
      message: 'The body has 300000 bytes; at most 262144 are accepted.',
    },
  },
  UnsupportedMediaType: {
    body: {
      type: '/docs/problems/unsupported-media-type',
      title: 'Unsupported media type',
      status: 415,
      detail: 'The body must be sent as application/json.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Unsupported media type',
      message: 'The body must be sent as application/json.',
    },
  },
  IdempotencyKeyReused: {
    body: {
      type: '/docs/problems/idempotency-key-reused',
      title: 'Idempotency key reused',
      status: 422,
      detail: 'This Idempotency-Key was used before with another body.',
      instance: '/cases',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Idempotency key reused',
      message: 'This Idempotency-Key was used before with another body.',
    },
  },
  NotFound: {
    body: {
      type: '/docs/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no case 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10.',
      instance: '/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Not found',
      message: 'There is no case 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10.',
    },
  },
  PreconditionFailed: {
    body: {
      type: '/docs/problems/precondition-failed',
      title: 'Precondition failed',
      status: 412,
      detail: 'The item has changed since that ETag was read.',
      instance: '/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Precondition failed',
      message: 'The item has changed since that ETag was read.',
    },
  },
  Conflict: {
    body: {
      type: '/docs/problems/conflict',
      title: 'Conflict',
      status: 409,
      detail: 'The product kiosk-stand-01 exists already with other content.',
      instance: '/products',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Conflict',
      message: 'The product kiosk-stand-01 exists already with other content.',
    },
  },
  Forbidden: {
    body: {
      type: '/docs/problems/forbidden',
      title: 'Forbidden',
      status: 403,
      detail: 'This operation needs an API key in x-api-key.',
      instance: '/customers/c-1042',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Forbidden',
      message: 'This operation needs an API key in x-api-key.',
    },
  },
  BadGateway: {
    body: {
      type: '/docs/problems/bad-gateway',
      title: 'Bad gateway',
      status: 502,
      detail: 'The sample object users.json is missing.',
      instance: '/users',
      requestId: '7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11',
      error: 'Bad gateway',
      message: 'The sample object users.json is missing.',
    },
  },
} satisfies Record<string, Example>

/** Makes handlers for one place of the service, by their operationId. */
export interface MockHandlers {
  /** List cases */
  listCases: Handle<'listCases'>
  /** Create a case */
  createCase: Handle<'createCase'>
  /** Get a case */
  getCase: Handle<'getCase'>
  /** Update a case */
  updateCase: Handle<'updateCase'>
  /** Get an upload URL for a case */
  getCaseUploadUrl: Handle<'getCaseUploadUrl'>
  /** List a case's files */
  listCaseFiles: Handle<'listCaseFiles'>
  /** List events */
  listEvents: Handle<'listEvents'>
  /** Create an event */
  createEvent: Handle<'createEvent'>
  /** Get an event */
  getEvent: Handle<'getEvent'>
  /** Update an event */
  updateEvent: Handle<'updateEvent'>
  /** Delete an event */
  deleteEvent: Handle<'deleteEvent'>
  /** List products */
  listProducts: Handle<'listProducts'>
  /** Create a product */
  createProduct: Handle<'createProduct'>
  /** Get a product */
  getProduct: Handle<'getProduct'>
  /** Update a product */
  updateProduct: Handle<'updateProduct'>
  /** Delete a product */
  deleteProduct: Handle<'deleteProduct'>
  /** Get whether a customer exists */
  getCustomer: Handle<'getCustomer'>
  /** Register a customer */
  putCustomer: Handle<'putCustomer'>
  /** Delete a customer */
  deleteCustomer: Handle<'deleteCustomer'>
  /** Submit a customer to the workflow */
  submitWorkflow: Handle<'submitWorkflow'>
  /** Get an execution of the workflow */
  getWorkflowExecution: Handle<'getWorkflowExecution'>
  /** Ask the assistant */
  chat: Handle<'chat'>
  /** Ask the assistant and read along */
  chatStream: Handle<'chatStream'>
  /** List the sample users */
  listUsers: Handle<'listUsers'>
  /** List the sample orders */
  listOrders: Handle<'listOrders'>
  /** Get the service's status */
  getStatus: Handle<'getStatus'>
  /** Get the contract */
  getOpenApi: Handle<'getOpenApi'>
}

/**
 * Handlers that answer as the contract says, with its examples.
 *
 * @param baseUrl - Any that the client takes; `*` means every server.
 * @example
 * ```ts
 * const mock = createMockHandlers('http://localhost:3000')
 * const server = setupServer(...mockHandlers(mock))
 * server.use(mock.getCase({ status: 404 })) // the 404 of the contract
 * server.use(mock.listCases({ status: 200, body: { cases: [] } }))
 * ```
 */
export function createMockHandlers(baseUrl = '*'): MockHandlers {
  const files = mockFiles()
  return withFiles(files, {
    listCases: answering<'listCases'>(
      'get',
      baseUrl,
      '/cases',
      {
        status: 200,
        body: {
          cases: [
            {
              caseId: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
              description: 'The kiosk at gate A4 does not print tickets.',
              status: 'open',
              metadata: { site: 'A4', priority: 'high' },
              createdAt: '2026-11-20T09:30:00.000Z',
              updatedAt: '2026-11-20T09:30:00.000Z',
            },
          ],
          nextCursor: 'eyJ2IjoxfQ.c2FtcGxl',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      paged('cases', 25),
    ),
    createCase: answering<'createCase'>(
      'post',
      baseUrl,
      '/cases',
      {
        status: 201,
        headers: { ETag: '"mfx2k1a8-1"', Location: '/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10' },
        body: {
          caseId: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
          description: 'The kiosk at gate A4 does not print tickets.',
          status: 'open',
          metadata: { site: 'A4', priority: 'high' },
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T09:30:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        422: problems.IdempotencyKeyReused,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getCase: answering<'getCase'>(
      'get',
      baseUrl,
      '/cases/{caseId}',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: {
          caseId: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
          description: 'The kiosk at gate A4 does not print tickets.',
          status: 'open',
          metadata: { site: 'A4', priority: 'high' },
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T09:30:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    updateCase: answering<'updateCase'>(
      'put',
      baseUrl,
      '/cases/{caseId}',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: {
          caseId: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
          description: 'The kiosk at gate A4 does not print tickets.',
          status: 'resolved',
          metadata: { site: 'A4', priority: 'high' },
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T11:02:41.215Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        412: problems.PreconditionFailed,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    getCaseUploadUrl: answering<'getCaseUploadUrl'>(
      'get',
      baseUrl,
      '/cases/{caseId}/upload',
      {
        status: 200,
        body: {
          uploadUrl:
            'https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900',
          method: 'PUT',
          headers: { 'content-type': 'application/pdf', 'if-none-match': '*' },
          key: 'cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf',
          expiresAt: '2026-11-20T09:45:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      files.upload('/cases/{caseId}/upload'),
    ),
    listCaseFiles: answering<'listCaseFiles'>(
      'get',
      baseUrl,
      '/cases/{caseId}/files',
      {
        status: 200,
        body: {
          files: [
            {
              key: 'cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf',
              fileName: 'receipt.pdf',
              size: 48213,
              contentType: 'application/pdf',
              lastModified: '2026-11-20T09:31:12.000Z',
              downloadUrl:
                'https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?response-content-disposition=attachment&response-content-encoding=identity&X-Amz-Expires=900',
            },
          ],
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      files.list('/cases/{caseId}/files', 'files', 25),
    ),
    listEvents: answering<'listEvents'>(
      'get',
      baseUrl,
      '/events',
      {
        status: 200,
        body: {
          events: [
            {
              eventId: 'b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80',
              title: 'Open house',
              description: 'Doors open at nine. Tours of the workshop on the hour.',
              date: '2027-03-12',
              location: 'Hall 2, Harbour Street 14',
              capacity: 120,
              organizer: 'Visitor services',
              status: 'scheduled',
              createdAt: '2026-11-20T09:30:00.000Z',
              updatedAt: '2026-11-20T09:30:00.000Z',
            },
          ],
          nextCursor: 'eyJ2IjoxfQ.c2FtcGxl',
        },
      },
      {
        400: problems.BadRequest,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      paged('events', 25),
    ),
    createEvent: answering<'createEvent'>(
      'post',
      baseUrl,
      '/events',
      {
        status: 201,
        headers: { ETag: '"mfx2k1a8-1"', Location: '/events/b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80' },
        body: {
          eventId: 'b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80',
          title: 'Open house',
          description: 'Doors open at nine. Tours of the workshop on the hour.',
          date: '2027-03-12',
          location: 'Hall 2, Harbour Street 14',
          capacity: 120,
          organizer: 'Visitor services',
          status: 'scheduled',
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T09:30:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        422: problems.IdempotencyKeyReused,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getEvent: answering<'getEvent'>(
      'get',
      baseUrl,
      '/events/{eventId}',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: {
          eventId: 'b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80',
          title: 'Open house',
          description: 'Doors open at nine. Tours of the workshop on the hour.',
          date: '2027-03-12',
          location: 'Hall 2, Harbour Street 14',
          capacity: 120,
          organizer: 'Visitor services',
          status: 'scheduled',
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T09:30:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        404: problems.NotFound,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    updateEvent: answering<'updateEvent'>(
      'put',
      baseUrl,
      '/events/{eventId}',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: {
          eventId: 'b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80',
          title: 'Open house',
          description: 'Doors open at nine. Tours of the workshop on the hour.',
          date: '2027-03-12',
          location: 'Hall 2, Harbour Street 14',
          capacity: 120,
          organizer: 'Visitor services',
          status: 'cancelled',
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T11:02:41.215Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        412: problems.PreconditionFailed,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    deleteEvent: answering<'deleteEvent'>(
      'delete',
      baseUrl,
      '/events/{eventId}',
      { status: 204 },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        412: problems.PreconditionFailed,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    listProducts: answering<'listProducts'>(
      'get',
      baseUrl,
      '/products',
      {
        status: 200,
        body: {
          products: [
            {
              productId: 'kiosk-stand-01',
              category: 'kiosks',
              productName: 'Kiosk stand, floor mounted',
              description: 'Powder-coated steel, 1.1 m high, with a cable duct.',
              productPrice: 249.99,
              stock: 40,
              createdAt: '2026-11-20T09:30:00.000Z',
              updatedAt: '2026-11-20T09:30:00.000Z',
            },
          ],
          nextCursor: 'eyJ2IjoxfQ.c2FtcGxl',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      paged('products', 25),
    ),
    createProduct: answering<'createProduct'>(
      'post',
      baseUrl,
      '/products',
      {
        status: 201,
        headers: { ETag: '"mfx2k1a8-1"', Location: '/products/kiosk-stand-04' },
        body: {
          productId: 'kiosk-stand-04',
          category: 'kiosks',
          productName: 'Kiosk stand, outdoor',
          description: 'Galvanised steel with a rain hood, 1.3 m high.',
          productPrice: 419.95,
          stock: 12,
          createdAt: '2026-11-20T10:05:00.000Z',
          updatedAt: '2026-11-20T10:05:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        409: problems.Conflict,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getProduct: answering<'getProduct'>(
      'get',
      baseUrl,
      '/products/{productId}',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: {
          productId: 'kiosk-stand-01',
          category: 'kiosks',
          productName: 'Kiosk stand, floor mounted',
          description: 'Powder-coated steel, 1.1 m high, with a cable duct.',
          productPrice: 249.99,
          stock: 40,
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T09:30:00.000Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    updateProduct: answering<'updateProduct'>(
      'put',
      baseUrl,
      '/products/{productId}',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: {
          productId: 'kiosk-stand-01',
          category: 'kiosks',
          productName: 'Kiosk stand, floor mounted',
          description: 'Powder-coated steel, 1.1 m high, with a cable duct.',
          productPrice: 249.99,
          stock: 65,
          createdAt: '2026-11-20T09:30:00.000Z',
          updatedAt: '2026-11-20T11:02:41.215Z',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        412: problems.PreconditionFailed,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    deleteProduct: answering<'deleteProduct'>(
      'delete',
      baseUrl,
      '/products/{productId}',
      { status: 204 },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        404: problems.NotFound,
        412: problems.PreconditionFailed,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getCustomer: answering<'getCustomer'>(
      'get',
      baseUrl,
      '/customers/{id}',
      { status: 200, body: { id: 'c-1042', exists: true } },
      {
        400: problems.BadRequest,
        403: problems.Forbidden,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    putCustomer: answering<'putCustomer'>(
      'put',
      baseUrl,
      '/customers/{id}',
      { status: 200, body: { id: 'c-1042', exists: true } },
      {
        400: problems.BadRequest,
        403: problems.Forbidden,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      sameIds,
    ),
    deleteCustomer: answering<'deleteCustomer'>(
      'delete',
      baseUrl,
      '/customers/{id}',
      { status: 204 },
      {
        400: problems.BadRequest,
        403: problems.Forbidden,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    submitWorkflow: answering<'submitWorkflow'>(
      'post',
      baseUrl,
      '/workflow/submit',
      {
        status: 202,
        headers: { Location: '/workflow/executions/8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57' },
        body: { executionId: '8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57', status: 'running' },
      },
      {
        400: problems.BadRequest,
        403: problems.Forbidden,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        422: problems.IdempotencyKeyReused,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getWorkflowExecution: answering<'getWorkflowExecution'>(
      'get',
      baseUrl,
      '/workflow/executions/{executionId}',
      {
        status: 200,
        headers: { 'Retry-After': '2' },
        body: {
          executionId: '8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57',
          status: 'succeeded',
          outcome: 'inserted',
          startedAt: '2026-11-20T09:30:00.000Z',
          stoppedAt: '2026-11-20T09:30:01.482Z',
        },
      },
      {
        400: problems.BadRequest,
        403: problems.Forbidden,
        404: problems.NotFound,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    chat: answering<'chat'>(
      'post',
      baseUrl,
      '/chat',
      {
        status: 200,
        body: {
          reply: 'Ask for an upload URL of the case, then send the photo to it by PUT.',
          calls: [],
          proposals: [],
          stopReason: 'end_turn',
          usage: { inputTokens: 412, outputTokens: 21, totalTokens: 433 },
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        502: problems.BadGateway,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    chatStream: answering<'chatStream'>(
      'post',
      baseUrl,
      '/chat/stream',
      {
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        body: [
          { type: 'call', operationId: 'listEvents', arguments: { status: 'scheduled' }, status: 200 },
          { type: 'text', text: 'The open day is scheduled. ' },
          { type: 'text', text: 'I have proposed to cancel it.' },
          {
            type: 'proposal',
            operationId: 'updateEvent',
            arguments: { eventId: '3fa85f64-5717-4562-b3fc-2c963f66afa6', status: 'cancelled' },
            summary: 'Update an event: Open day, 2027-05-08; status: cancelled',
          },
          { type: 'done', stopReason: 'end_turn', usage: { inputTokens: 5120, outputTokens: 64, totalTokens: 5184 } },
        ],
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        413: problems.PayloadTooLarge,
        415: problems.UnsupportedMediaType,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        502: problems.BadGateway,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
      undefined,
      streamed,
    ),
    listUsers: answering<'listUsers'>(
      'get',
      baseUrl,
      '/users',
      {
        status: 200,
        body: {
          users: [
            {
              userId: 'u-0001',
              name: 'Amara Okafor',
              email: 'amara.okafor@example.com',
              roles: ['admin'],
              createdAt: '2025-01-06T07:05:19.054Z',
            },
            {
              userId: 'u-0002',
              name: 'Lukas Brandt',
              email: 'lukas.brandt@example.com',
              roles: ['admin', 'agent'],
              createdAt: '2025-01-06T15:45:22.590Z',
            },
          ],
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        502: problems.BadGateway,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    listOrders: answering<'listOrders'>(
      'get',
      baseUrl,
      '/orders',
      {
        status: 200,
        body: {
          orders: [
            {
              orderId: 'o-0002',
              userId: 'u-0007',
              status: 'delivered',
              items: [
                {
                  productId: 'pen-ball-blue-50',
                  productName: 'Ballpoint pen, blue, pack of 50',
                  quantity: 20,
                  unitPrice: 11.9,
                },
                { productId: 'water-dispenser-01', productName: 'Water dispenser, 18 l', quantity: 4, unitPrice: 94.5 },
              ],
              total: 616,
              currency: 'EUR',
              createdAt: '2025-06-13T16:00:27.279Z',
            },
          ],
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        502: problems.BadGateway,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getStatus: answering<'getStatus'>(
      'get',
      baseUrl,
      '/status',
      {
        status: 200,
        body: {
          status: 'ok',
          timestamp: '2026-11-20T09:30:00.000Z',
          version: '0.1.0',
          service: 'frontdesk',
          environment: 'dev',
          user: 'alice',
        },
      },
      {
        400: problems.BadRequest,
        401: problems.Unauthenticated,
        403: problems.InsufficientScope,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
        503: problems.ServiceUnavailable,
        504: problems.GatewayTimeout,
      },
    ),
    getOpenApi: answering<'getOpenApi'>(
      'get',
      baseUrl,
      '/openapi.json',
      {
        status: 200,
        headers: { ETag: '"mfx2k1a8-1"' },
        body: { openapi: '3.0.3', info: { title: 'Frontdesk', version: '0.1.0' }, paths: {} },
      },
      {
        400: problems.BadRequest,
        429: problems.TooManyRequests,
        431: problems.HeadersTooLarge,
        500: problems.InternalError,
      },
    ),
  })
}

/** A handler for every operation, which answers with its example: what `setupServer` and `setupWorker` take. */
export const mockHandlers = (mock: MockHandlers): HttpHandler[] => exampleHandlers(mock)

/**
 * A mock that remembers: items that are created, changed and deleted are seen so by the operations that get and list.
 *
 * It keeps `/cases`, `/events`, `/products`. Other operations answer with their examples, and no request is validated.
 * @param baseUrl - Any that the client takes; `*` means every server.
 * @example
 * ```ts
 * const mock = createStatefulMock('http://localhost:3000')
 * const server = setupServer(...mock.handlers)
 * mock.reset() // before each test
 * ```
 */
export function createStatefulMock(baseUrl = '*'): StatefulMock {
  const mock = createMockHandlers(baseUrl)
  const { handlers, forget } = storageOf(mock)
  return remembering(
    mock,
    [
      {
        path: '/cases',
        list: 'listCases',
        items: 'cases',
        size: 25,
        id: 'caseId',
        create: 'createCase',
        get: 'getCase',
        update: 'updateCase',
        examples: [
          {
            caseId: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
            description: 'The kiosk at gate A4 does not print tickets.',
            status: 'open',
            metadata: { site: 'A4', priority: 'high' },
            createdAt: '2026-11-20T09:30:00.000Z',
            updatedAt: '2026-11-20T09:30:00.000Z',
          },
        ],
        made: { status: 'open', createdAt: 'now', updatedAt: 'now' },
      },
      {
        path: '/events',
        list: 'listEvents',
        items: 'events',
        size: 25,
        id: 'eventId',
        create: 'createEvent',
        get: 'getEvent',
        update: 'updateEvent',
        remove: 'deleteEvent',
        examples: [
          {
            eventId: 'b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80',
            title: 'Open house',
            description: 'Doors open at nine. Tours of the workshop on the hour.',
            date: '2027-03-12',
            location: 'Hall 2, Harbour Street 14',
            capacity: 120,
            organizer: 'Visitor services',
            status: 'scheduled',
            createdAt: '2026-11-20T09:30:00.000Z',
            updatedAt: '2026-11-20T09:30:00.000Z',
          },
        ],
        made: { status: 'scheduled', createdAt: 'now', updatedAt: 'now' },
      },
      {
        path: '/products',
        list: 'listProducts',
        items: 'products',
        size: 25,
        id: 'productId',
        create: 'createProduct',
        get: 'getProduct',
        update: 'updateProduct',
        remove: 'deleteProduct',
        examples: [
          {
            productId: 'kiosk-stand-01',
            category: 'kiosks',
            productName: 'Kiosk stand, floor mounted',
            description: 'Powder-coated steel, 1.1 m high, with a cable duct.',
            productPrice: 249.99,
            stock: 40,
            createdAt: '2026-11-20T09:30:00.000Z',
            updatedAt: '2026-11-20T09:30:00.000Z',
          },
        ],
        made: { createdAt: 'now', updatedAt: 'now' },
        conflicts: 409,
      },
    ],
    handlers,
    forget,
  )
}
