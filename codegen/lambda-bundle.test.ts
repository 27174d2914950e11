import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { lambdaBuild } from './lambda-bundle.ts'

test('nothing that is dead at run time is in the bundle', async () => {
  const { metafile } = await build(lambdaBuild('server/lambda.ts'))
  const inputs = Object.entries(metafile.outputs['dist/lambda/index.js']?.inputs ?? {})
  const present = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)
  const packages = new Set(present.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]))
  // What must be there is: a bundle of nothing would lack the rest too.
  for (const name of ['openapi-backend', '@aws-sdk/client-dynamodb', 'aws-jwt-verify']) expect(packages).toContain(name)

  const dead = ['lodash', 'qs', 'cookie', 'bath-es5', '@apidevtools/json-schema-ref-parser', 'dereference-json-schema']
  for (const name of [...dead, 'openapi-schema-validator', 'mock-json-schema']) {
    expect(packages, name).not.toContain(name)
  }
  // Of Ajv only what its compiled code calls.
  const ajv = present.filter((path) => path.includes('node_modules/ajv/'))
  expect(ajv).toEqual(['node_modules/ajv/dist/runtime/ucs2length.js'])
  expect(present.filter((path) => path.includes('server/local/'))).toEqual([])
})
