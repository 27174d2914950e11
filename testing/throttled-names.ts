/** Names of errors by which AWS says that it has too many requests. */
export const throttledNames = [
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'SlowDown',
  'ExecutionLimitExceeded',
  'ServiceQuotaExceededException',
]
