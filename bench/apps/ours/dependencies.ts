// Frontdesk's dependencies replaced by none: the framework alone.
const silent = () => undefined

export const createDependencies = () => ({
  logger: { info: silent, error: silent },
  metrics: undefined,
  allowedOrigins: ['*'],
})
