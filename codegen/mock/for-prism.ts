// The contract as Prism takes it.
import { methods, type Contract } from '../contract.ts'

/** Prism answers bad input with 422 where the contract has it. Where it has a 400 too, that is bad input. */
export function forPrism(document: Contract): Contract {
  const paths = structuredClone(document.paths)
  for (const item of Object.values(paths)) {
    for (const method of methods) {
      const responses = item?.[method]?.responses ?? {}
      if ('400' in responses) Reflect.deleteProperty(responses, '422')
    }
  }
  return { ...document, paths }
}
