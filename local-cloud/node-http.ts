// Node's HTTP. An import of node:http reads all its members, and so loads undici, which takes a tenth of each start.
export const { createServer, STATUS_CODES, validateHeaderName, validateHeaderValue } =
  process.getBuiltinModule('node:http')
