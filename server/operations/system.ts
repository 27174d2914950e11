// Operations on the service itself.
import { name } from '../../generated/names.ts'
import { contractVersion } from '../../generated/routes.ts'
import type { Operation } from '../operation.ts'

export const getStatus: Operation<'getStatus'> = (_request, { caller, environment }) => ({
  status: 200,
  body: {
    status: 'ok',
    timestamp: new Date().toISOString(),
    version: contractVersion,
    service: name,
    environment,
    user: caller.name,
  },
})

export const getOpenApi: Operation<'getOpenApi'> = async () => {
  // No other operation needs the document: the first call of this operation loads it.
  const { contractEtag, document } = await import('../contract.ts')
  return { status: 200, body: document, headers: { ETag: contractEtag } }
}
