// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

/** `params` takes `{path, query, header, cookie}`, `body` takes `{requestBody}`, `answer` the body of a 200. */
export type Validators = { params: ValidateFunction; body?: ValidateFunction; answer?: ValidateFunction }

/** Loads the validators of an operation; those of one tag are one module. */
export const validators = {
  listCases: () => import('./cases.js').then((all) => ({ params: all.listCasesParams })),
  createCase: () => import('./cases.js').then((all) => ({ params: all.createCaseParams, body: all.createCaseBody })),
  getCase: () => import('./cases.js').then((all) => ({ params: all.getCaseParams })),
  updateCase: () => import('./cases.js').then((all) => ({ params: all.updateCaseParams, body: all.updateCaseBody })),
  getCaseUploadUrl: () => import('./cases.js').then((all) => ({ params: all.getCaseUploadUrlParams })),
  listCaseFiles: () => import('./cases.js').then((all) => ({ params: all.listCaseFilesParams })),
  listEvents: () => import('./events.js').then((all) => ({ params: all.listEventsParams })),
  createEvent: () => import('./events.js').then((all) => ({ params: all.createEventParams, body: all.createEventBody })),
  getEvent: () => import('./events.js').then((all) => ({ params: all.getEventParams })),
  updateEvent: () => import('./events.js').then((all) => ({ params: all.updateEventParams, body: all.updateEventBody })),
  deleteEvent: () => import('./events.js').then((all) => ({ params: all.deleteEventParams })),
  listProducts: () => import('./products.js').then((all) => ({ params: all.listProductsParams })),
  createProduct: () => import('./products.js').then((all) => ({ params: all.createProductParams, body: all.createProductBody })),
  getProduct: () => import('./products.js').then((all) => ({ params: all.getProductParams })),
  updateProduct: () => import('./products.js').then((all) => ({ params: all.updateProductParams, body: all.updateProductBody })),
  deleteProduct: () => import('./products.js').then((all) => ({ params: all.deleteProductParams })),
  getCustomer: () => import('./customers.js').then((all) => ({ params: all.getCustomerParams })),
  putCustomer: () => import('./customers.js').then((all) => ({ params: all.putCustomerParams, body: all.putCustomerBody })),
  deleteCustomer: () => import('./customers.js').then((all) => ({ params: all.deleteCustomerParams })),
  submitWorkflow: () => import('./workflow.js').then((all) => ({ params: all.submitWorkflowParams, body: all.submitWorkflowBody })),
  getWorkflowExecution: () => import('./workflow.js').then((all) => ({ params: all.getWorkflowExecutionParams })),
  chat: () => import('./chat.js').then((all) => ({ params: all.chatParams, body: all.chatBody })),
  listUsers: () => import('./sample-data.js').then((all) => ({ params: all.listUsersParams, answer: all.listUsersAnswer })),
  listOrders: () => import('./sample-data.js').then((all) => ({ params: all.listOrdersParams, answer: all.listOrdersAnswer })),
  getStatus: () => import('./system.js').then((all) => ({ params: all.getStatusParams })),
  getOpenApi: () => import('./system.js').then((all) => ({ params: all.getOpenApiParams })),
}
