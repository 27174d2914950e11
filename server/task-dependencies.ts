// Environment → what the functions behind the API need: the workflow's tasks, and the guard of the uploads.
import { Logger } from '@aws-lambda-powertools/logger'
import { name } from '../generated/names.ts'
import { awsSettings } from './aws/settings.ts'
import { createCustomers } from './repositories/customers.ts'
import { createDocuments } from './repositories/documents.ts'
import { openTable } from './repositories/table.ts'
import { tables } from './repositories/tables.ts'
import { createFileRemoval } from './services/file-removal.ts'
import { requiredIn } from './variables.ts'

export type TaskDependencies = ReturnType<typeof createTaskDependencies>

/** The workflow's tasks: each has the customers table with the permissions of its own function. */
export function createTaskDependencies(env: NodeJS.ProcessEnv = process.env) {
  const store = { documents: createDocuments(env), tableName: requiredIn(env)(tables.customers.environmentVariable) }
  return {
    logger: new Logger({ serviceName: `${name}-workflow` }),
    validateExists: { customers: createCustomers(openTable('customers', 'validateExists', store)) },
    insertId: { customers: createCustomers(openTable('customers', 'insertId', store)) },
  }
}

export type GuardDependencies = ReturnType<typeof createGuardDependencies>

/** The guard of the uploads: it removes files and can do nothing else. */
export function createGuardDependencies(env: NodeJS.ProcessEnv = process.env) {
  return {
    logger: new Logger({ serviceName: `${name}-upload-guard` }),
    files: createFileRemoval(requiredIn(env)('UPLOAD_BUCKET_NAME'), () => awsSettings(env)),
  }
}
