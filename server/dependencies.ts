// Environment → repositories and services. Nothing else reads process.env.
import { Logger } from '@aws-lambda-powertools/logger'
import { createAuthenticate } from './auth.ts'
import { createJwksCache } from './jwks.ts'
import { createCases } from './repositories/cases.ts'
import { createDocuments } from './repositories/documents.ts'
import { createUploads } from './services/uploads.ts'

export type Dependencies = ReturnType<typeof createDependencies>

export function createDependencies(env: NodeJS.ProcessEnv = process.env) {
  const required = (name: string): string => {
    const value = env[name]
    if (!value) throw new Error(`The environment variable ${name} is not set.`)
    return value
  }
  const list = (text: string) => text.split(',').flatMap((one) => one.trim() || [])

  const documents = createDocuments()
  const shards = Number(env['LIST_SHARDS'] ?? 1)
  if (!Number.isSafeInteger(shards) || shards < 1) throw new Error('LIST_SHARDS must be a whole number from 1.')

  return {
    environment: env['ENV'] ?? 'dev',
    allowedOrigins: list(env['CORS_ALLOW_ORIGINS'] ?? '*'),
    logger: new Logger({ serviceName: 'frontdesk' }),
    authenticate: createAuthenticate({
      userPoolId: required('USER_POOL_ID'),
      userClientId: required('USER_POOL_CLIENT_ID'),
      accessClientIds: list(required('ACCESS_CLIENT_IDS')),
      jwksCache: createJwksCache(env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER']),
    }),
    cases: createCases({ documents, tableName: required('CASES_TABLE'), shards }),
    uploads: createUploads(required('UPLOAD_BUCKET_NAME')),
  }
}
