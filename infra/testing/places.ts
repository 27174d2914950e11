// The places of mistakes that follow from the contract: a table that lists are read from, and a list that anyone may read.
import { tables, type TableDefinition } from '../../server/repositories/tables.ts'
import { model } from '../model.ts'
import { constructId } from '../names.ts'

const entries: [string, TableDefinition][] = Object.entries(tables)
const withIndexes = entries.find(([, { indexes }]) => Object.keys(indexes).length > 0)
/** A project without any list has the counters of quotas. */
const [name, definition] = withIndexes ?? ['quotas', tables.quotas]
const [index = ''] = Object.keys(definition.indexes)

export const table = name
export const { environmentVariable } = definition
export const tableId = `Tables${constructId(name)}`
/** The start of the names of what belongs to its first index. */
export const indexId = `${tableId}${index}`
export const tableVariable = `Environment Variables ${environmentVariable}`
export const throttlesId = `Alarms${constructId(name)}Throttles`

const publicList = model.operations.find(({ security, page }) => security.length === 0 && page)
/** No template has the other path. */
export const publicPath = publicList?.path ?? '/no-public-list'
