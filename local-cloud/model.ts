// The model of the contract that the server gives out, for the parts of the local cloud that follow it.
import { modelOf, type Contract } from '../codegen/model.ts'
import { document } from '../server/contract.ts'

// Safe cast: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings.
export const model = modelOf(document as unknown as Contract)
