// The table of operations: the compiler names what the contract has and this table lacks, and the other way round.
import type { OperationId, Operations } from '../operation.ts'
import * as cases from './cases.ts'
import * as chat from './chat.ts'
import * as customers from './customers.ts'
import * as events from './events.ts'
import * as products from './products.ts'
import { sampleDataOperations } from './sample-data.ts'
import * as system from './system.ts'
import * as workflow from './workflow.ts'

const table = {
  ...cases,
  ...chat,
  ...customers,
  ...events,
  ...products,
  ...sampleDataOperations,
  ...system,
  ...workflow,
}

/** What is exported under a name that the contract does not have. */
type Unknown = Exclude<keyof typeof table, OperationId>

export const operations: Operations & Record<Unknown, never> = table
