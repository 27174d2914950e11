// What an app serves and how, put in by the bundler.
import type { Contract } from '../../codegen/contract.ts'

declare const CONTRACT: Contract
declare const RESOURCES: number
declare const QUICK: boolean

export const contract = () => CONTRACT
/** Whether openapi-backend leaves the document unchecked. */
export const quick = () => QUICK
export const resources = Array.from({ length: RESOURCES }, (_, n) => n)
