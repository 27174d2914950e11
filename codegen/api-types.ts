// generated/api.ts: the contract's types. Only this file imports openapi-typescript.
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { OpenAPIV3 } from 'openapi-types'
import type { Answer, Contract, Model } from './model.ts'

export async function renderApiTypes(model: Model): Promise<string> {
  // Safe cast: both are types of OpenAPI 3.0. They differ in how they write optional members.
  return astToString(await openapiTS(withInlineHeaders(model) as unknown as OpenAPI3))
}

/** openapi-typescript takes a header behind a $ref for a required one. */
function withInlineHeaders({ document, operations, sharedAnswers }: Model): Contract {
  const copy = structuredClone(document)
  const inline = (response: OpenAPIV3.ResponseObject | OpenAPIV3.ReferenceObject | undefined, { headers }: Answer) => {
    if (!response || '$ref' in response || headers.length === 0) return
    response.headers = Object.fromEntries(headers.map(({ name, written }) => [name, written]))
  }
  for (const [name, answer] of Object.entries(sharedAnswers)) inline(copy.components?.responses?.[name], answer)
  for (const { path, method, answers } of operations) {
    for (const answer of answers) inline(copy.paths[path]?.[method]?.responses[answer.status], answer)
  }
  return copy
}
