// The contract as Prism takes it.
import { methods, type Contract } from '../contract.ts'

/** Prism answers bad input with 422 where the contract has it. Here 422 means a reused key, and bad input is a 400. */
export function forPrism(document: Contract): Contract {
  const paths = structuredClone(document.paths)
  for (const item of Object.values(paths)) {
    for (const method of methods) Reflect.deleteProperty(item?.[method]?.responses ?? {}, '422')
  }
  return { ...document, paths }
}
