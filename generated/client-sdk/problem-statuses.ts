// Generated from spec/ by `npm run generate`. Do not edit.

export const problemStatuses = {
  listCases: [400, 401, 403, 429, 431, 500, 503, 504],
  createCase: [400, 401, 403, 413, 415, 422, 429, 431, 500, 503, 504],
  getCase: [400, 401, 403, 404, 429, 431, 500, 503, 504],
  updateCase: [400, 401, 403, 404, 412, 413, 415, 429, 431, 500, 503, 504],
  getCaseUploadUrl: [400, 401, 403, 404, 429, 431, 500, 503, 504],
  listCaseFiles: [400, 401, 403, 404, 429, 431, 500, 503, 504],
  listEvents: [400, 429, 431, 500, 503, 504],
  createEvent: [400, 401, 403, 413, 415, 422, 429, 431, 500, 503, 504],
  getEvent: [400, 404, 429, 431, 500, 503, 504],
  updateEvent: [400, 401, 403, 404, 412, 413, 415, 429, 431, 500, 503, 504],
  deleteEvent: [400, 401, 403, 404, 412, 429, 431, 500, 503, 504],
  listProducts: [400, 401, 403, 429, 431, 500, 503, 504],
  createProduct: [400, 401, 403, 409, 413, 415, 429, 431, 500, 503, 504],
  getProduct: [400, 401, 403, 404, 429, 431, 500, 503, 504],
  updateProduct: [400, 401, 403, 404, 412, 413, 415, 429, 431, 500, 503, 504],
  deleteProduct: [400, 401, 403, 404, 412, 429, 431, 500, 503, 504],
  getCustomer: [400, 403, 429, 431, 500, 503, 504],
  putCustomer: [400, 403, 413, 415, 429, 431, 500, 503, 504],
  deleteCustomer: [400, 403, 429, 431, 500, 503, 504],
  submitWorkflow: [400, 403, 413, 415, 422, 429, 431, 500, 503, 504],
  getWorkflowExecution: [400, 403, 404, 429, 431, 500, 503, 504],
  chat: [400, 401, 403, 413, 415, 429, 431, 500, 502, 503, 504],
  chatStream: [400, 401, 403, 413, 415, 429, 431, 500, 502, 503, 504],
  listUsers: [400, 401, 403, 429, 431, 500, 502, 503, 504],
  listOrders: [400, 401, 403, 429, 431, 500, 502, 503, 504],
  getStatus: [400, 401, 403, 429, 431, 500, 503, 504],
  getOpenApi: [400, 429, 431, 500],
} as const

/** Whether the operation documents a failure of this status. */
export function isDocumented(operation: keyof typeof problemStatuses, status: number): boolean {
  const documented: readonly number[] = problemStatuses[operation]
  return documented.includes(status)
}
