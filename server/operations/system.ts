// Operations on the service itself.
import { contractEtag, contractVersion, document } from '../contract.ts'
import type { Operation } from '../operation.ts'

export const getStatus: Operation<'getStatus'> = (_request, { caller, environment }) => ({
  status: 200,
  body: {
    status: 'ok',
    timestamp: new Date().toISOString(),
    version: contractVersion,
    service: 'frontdesk',
    environment,
    user: caller.name,
  },
})

export const getOpenApi: Operation<'getOpenApi'> = () => ({
  status: 200,
  body: document,
  headers: { ETag: contractEtag },
})
