// The table of operations: the compiler names what the contract has and this table lacks, or the other way round.
import type { Operations } from '../operation.ts'
import * as cases from './cases.ts'
import * as system from './system.ts'

export const operations = { ...cases, ...system } satisfies Operations
