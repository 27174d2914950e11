// generated/api.ts: the contract's types, by openapi-typescript, which is imported here alone.
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { OpenAPIV3 } from 'openapi-types'
import { operationsOf, resolve, type Contract } from './contract.ts'

export async function renderApiTypes(contract: Contract): Promise<string> {
  const document = structuredClone(contract)
  inlineResponseHeaders(document)
  // Sound: both are types of OpenAPI 3.0; they differ in how they spell optional members.
  return astToString(await openapiTS(document as unknown as OpenAPI3))
}

/** openapi-typescript takes a header behind a $ref for a required one. */
function inlineResponseHeaders(document: Contract) {
  const shared = Object.values(document.components?.responses ?? {})
  const own = operationsOf(document).flatMap(({ responses }) => Object.values(responses))
  for (const response of [...shared, ...own] as OpenAPIV3.ResponseObject[]) {
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      response.headers = { ...response.headers, [name]: resolve(document, header) }
    }
  }
}
