// An independent judge of values: stock Ajv over the document's own schemas, and none of the generated code.
import addFormats from 'ajv-formats'
import { Ajv2019 } from 'ajv/dist/2019.js'
import type { Contract } from '../model.ts'
import { translation } from './translation.ts'

type Node = Record<string, unknown>
export type Judge = (schema: object | undefined, value: unknown) => boolean

/** @returns for requests, or for answers: whether a value fits a schema as the document writes it. */
export function createJudge(document: Contract, direction: 'request' | 'answer'): Judge {
  const ajv = new Ajv2019({ strict: false, logger: false, ownProperties: true, code: { regExp } })
  addFormats.default(ajv)
  for (const format of ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'password']) ajv.addFormat(format, true)
  const { schemas, translate } = translation(document, direction === 'request' ? 'readOnly' : 'writeOnly')
  ajv.addSchema(schemas, 'contract')
  const known = new WeakMap<object, (value: unknown) => boolean>()
  return (schema, value) => {
    if (!schema) return true
    const validate = known.get(schema) ?? ajv.compile(Object(translate(schema)) as Node)
    known.set(schema, validate)
    return validate(value)
  }
}

/** Some patterns are written for JavaScript's older mode, and others need its Unicode mode. */
const regExp = Object.assign(
  (pattern: string) => {
    try {
      return new RegExp(pattern, 'u')
    } catch {
      return new RegExp(pattern)
    }
  },
  { code: 'new RegExp' },
)
