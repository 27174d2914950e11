// Lines of errors, with their causes: Powertools' Logger, which the first error loads.
import { Logger } from '@aws-lambda-powertools/logger'
import { name } from '../generated/names.ts'

export const logger = new Logger({ serviceName: name })
