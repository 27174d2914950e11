// The parts of openapi-typescript that make types of a document. Only this file imports it. Its entry would load a
// Redocly of its own, to lint and to bundle what codegen has linted and bundled.
import { createRequire } from 'node:module'
import type * as Library from 'openapi-typescript'
import type ts from 'typescript'

const require = createRequire(import.meta.url)
// Safe casts: these are the files whose functions the entry exports.
const transformSchema = require('openapi-typescript/dist/transform/index.cjs') as typeof Library.transformSchema
const { resolveRef, scanDiscriminators } = require('openapi-typescript/dist/lib/utils.cjs') as typeof Library
export const { astToString, NEVER, STRING } = require('openapi-typescript/dist/lib/ts.cjs') as typeof Library

type Context = Parameters<typeof transformSchema>[1]

/** @param transform The type of a schema that openapi-typescript does not make as it should be. */
export function typesOf(document: object, transform: Context['transform']): ts.Node[] {
  // The members of a union get the values of their discriminator, which the contract itself must not have.
  const schema = JSON.parse(JSON.stringify(document)) as Library.OpenAPI3
  const context: Partial<Context> = {
    // A caller may leave out a member with a default.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(schema, {}),
    injectFooter: [],
    silent: false,
    transform,
    resolve: ($ref) => resolveRef(schema, $ref, { silent: false }),
  }
  // Safe cast: all other options are off.
  return transformSchema(schema, context as Context)
}
