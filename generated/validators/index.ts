// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

/** The validators of a body, which take `{requestBody}`, and what fills in the defaults of a valid one. */
export type BodyValidators = { body?: ValidateFunction; fillBody?: (request: object) => void }

/**
 * `params` takes `{path, query, header, cookie}`, `answer` the body of a 200. `media` has bodies other than the JSON
 * one.
 */
export type Validators = BodyValidators & {
  params: ValidateFunction
  fillParams?: (request: object) => void
  media?: Record<string, BodyValidators>
  answer?: ValidateFunction
}

const modules = {
  cases: () => import('./cases.js'),
  events: () => import('./events.js'),
  products: () => import('./products.js'),
  customers: () => import('./customers.js'),
  workflow: () => import('./workflow.js'),
  chat: () => import('./chat.js'),
  mcp: () => import('./mcp.js'),
  'sample-data': () => import('./sample-data.js'),
  system: () => import('./system.js'),
}

/** Loads the validators of an operation, and of all others of its tag. */
export const validators = {
  listCases: modules['cases'],
  createCase: modules['cases'],
  getCase: modules['cases'],
  updateCase: modules['cases'],
  getCaseUploadUrl: modules['cases'],
  listCaseFiles: modules['cases'],
  listEvents: modules['events'],
  createEvent: modules['events'],
  getEvent: modules['events'],
  updateEvent: modules['events'],
  deleteEvent: modules['events'],
  listProducts: modules['products'],
  createProduct: modules['products'],
  getProduct: modules['products'],
  updateProduct: modules['products'],
  deleteProduct: modules['products'],
  getCustomer: modules['customers'],
  putCustomer: modules['customers'],
  deleteCustomer: modules['customers'],
  submitWorkflow: modules['workflow'],
  getWorkflowExecution: modules['workflow'],
  chat: modules['chat'],
  chatStream: modules['chat'],
  mcp: modules['mcp'],
  getProtectedResource: modules['mcp'],
  getMcpProtectedResource: modules['mcp'],
  getAuthorizationServer: modules['mcp'],
  listUsers: modules['sample-data'],
  listOrders: modules['sample-data'],
  getStatus: modules['system'],
  getOpenApi: modules['system'],
}
