// Operations on the service itself.
import { contractVersion } from '../../generated/routes.ts'
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

export const getOpenApi: Operation<'getOpenApi'> = async () => {
  // Only this operation needs the document, so only its first call reads it.
  const { contractEtag, document } = await import('../contract.ts')
  return { status: 200, body: document, headers: { ETag: contractEtag } }
}
