// How a stage and its parts are named: from the contract's title, and from the names of tables and tasks.
import { join } from 'node:path'
import { identifier, name } from '../generated/names.ts'

/** The stack of a stage. Whatever must differ between the stages of an account begins with this name too. */
export const stageNamed = (stage: string) => `${name}-${stage}`

/** The namespace of the metrics that the functions of a stage write. */
export const metricNamespace = (stage: string) => `${identifier}/${stage}`

/** The id of a construct: `validateExists` → `ValidateExists`. */
export const constructId = (text: string) => text.replace(/^./, (first) => first.toUpperCase())

/** The output with the name of a table that the stage uses. */
export const tableOutput = (table: string) => `Table${constructId(table)}`

/** The deployment writes its outputs here, and the smoke test reads them. A region that is named has a file of its own. */
export const outputsFile = (stage: string, region?: string) =>
  join('cdk.out', `outputs-${stage}${region === undefined ? '' : `-${region}`}.json`)
