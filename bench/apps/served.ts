// What an app serves, put in by the bundler: the contract, and how many resources it has.
import type { Contract } from '../../codegen/contract.ts'

declare const CONTRACT: Contract
declare const RESOURCES: number

export const contract = () => CONTRACT
export const resources = Array.from({ length: RESOURCES }, (_, n) => n)
