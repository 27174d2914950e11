// Lints a document in memory with the limits alone, and returns the findings and the warnings.
import { createConfig, lintDocument, BaseResolver, makeDocumentFromString } from '@redocly/openapi-core'
import plugin from '../plugin.ts'

const configs = {
  limits: await createConfig({ plugins: [plugin()], extends: ['contract/limits'] }),
  carried: await createConfig({ plugins: [plugin()], extends: ['contract/carried'] }),
}

/** Path → its item. */
type Parts = { paths?: object; components?: object; openapi?: string; info?: object; more?: object }

/** Returns `severity rule pointer` for each finding. */
export async function limitsIn(parts: Parts, set: keyof typeof configs = 'limits'): Promise<string[]> {
  const { paths = {}, components = {}, openapi = '3.0.3', info = {}, more = {} } = parts
  const contract = { openapi, info: { title: 'Things', version: '1', ...info }, paths, components, ...more }
  const document = makeDocumentFromString(JSON.stringify(contract), '/contract.json')
  const problems = await lintDocument({ document, config: configs[set], externalRefResolver: new BaseResolver() })
  return problems.map(({ severity, ruleId, location: [at] }) => `${severity} ${ruleId} ${at?.pointer ?? ''}`)
}

/** An operation that answers nothing of interest. */
export const operation = (more: object = {}) => ({ responses: { 200: { description: 'OK' } }, ...more })

/** A document with this schema in its components, under the name A. */
export const withSchema = (schema: object, more: object = {}): Parts => ({
  components: { schemas: { A: schema, ...more } },
})

export const body = { content: { 'application/json': { schema: { type: 'object' } } } }
