// The model of the contract, for the gateway's settings, the user pool and the smoke test.
import { modelOf, type Contract } from '../codegen/model.ts'
import document from '../generated/openapi.json' with { type: 'json' }

// Safe cast: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings.
export const model = modelOf(document as unknown as Contract)
