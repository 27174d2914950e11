// Which texts are accepted as a request id. The id goes into headers, problems and the log.

/** Plain characters only: an id with a line break, for example, would not be a valid header. */
export const isRequestId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.-]{1,128}$/.test(value)
