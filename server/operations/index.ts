// The table of operations. The compiler names an operation that only the contract has, or only this table.
import type { OperationId, Operations } from '../operation.ts'
import * as cases from './cases.ts'
import * as chat from './chat.ts'
import * as customers from './customers.ts'
import * as events from './events.ts'
import * as mcp from './mcp.ts'
import * as products from './products.ts'
import { sampleDataOperations } from './sample-data.ts'
import * as system from './system.ts'
import * as workflow from './workflow.ts'

const table = {
  ...cases,
  ...chat,
  ...customers,
  ...events,
  ...mcp,
  ...products,
  ...sampleDataOperations,
  ...system,
  ...workflow,
}

/** Exports whose names are no operations of the contract. */
type Unknown = Exclude<keyof typeof table, OperationId>

export const operations: Operations & Record<Unknown, never> = table
