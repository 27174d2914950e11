// Generated from spec/ by `npm run generate`. Do not edit.

/** The path of the MCP endpoint. */
export const path = '/mcp'

/**
 * The tools whose calls may be repeated, as the SDK repeats them. `true`: every call. A name: the argument that makes a
 * call repeatable.
 */
export const repeatable: Record<string, true | string> = {
  listCases: true,
  createCase: 'idempotencyKey',
  getCase: true,
  updateCase: true,
  getCaseUploadUrl: true,
  listCaseFiles: true,
  listEvents: true,
  createEvent: 'idempotencyKey',
  getEvent: true,
  updateEvent: true,
  deleteEvent: true,
  listProducts: true,
  createProduct: true,
  getProduct: true,
  updateProduct: true,
  deleteProduct: true,
  listUsers: true,
  listOrders: true,
  getStatus: true,
}
