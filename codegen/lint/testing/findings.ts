// Lints the small contract in memory with the project's redocly.yaml, after some edits, and returns the findings.
import { BaseResolver, lint, loadConfig, makeDocumentFromString } from '@redocly/openapi-core'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contract } from './contract.ts'

const config = await loadConfig({ configPath: fileURLToPath(new URL('../../../redocly.yaml', import.meta.url)) })

/** Place, such as `things.yaml#/schemas/Thing/type` → new value; `undefined` removes the member. */
export type Edits = Record<string, unknown>

/** Returns `rule place` for each finding. */
export async function findings(edits: Edits = {}): Promise<string[]> {
  // A copy by JSON: an object that the contract uses in several places is edited in only one of them.
  const files = JSON.parse(JSON.stringify(contract)) as typeof contract
  for (const [place, value] of Object.entries(edits)) edit(files, place, value)
  const externalRefResolver = new BaseResolver()
  for (const [name, content] of Object.entries(files)) {
    const file = `/contract/${name}`
    externalRefResolver.cache.set(file, Promise.resolve(makeDocumentFromString(JSON.stringify(content), file)))
  }
  const problems = await lint({ ref: '/contract/openapi.yaml', config, externalRefResolver })
  return problems.map(({ ruleId, location: [at] }) => {
    const { source, pointer } = at ?? {}
    return `${ruleId} ${basename(source?.absoluteRef ?? '')}${pointer ?? ''}`
  })
}

function edit(files: Record<string, object>, place: string, value: unknown): void {
  const [file = '', pointer = ''] = place.split('#/')
  const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop() ?? ''
  let target: unknown = files[file]
  for (const step of steps) target = (target as Record<string, unknown> | undefined)?.[step]
  // An edit without effect would let a test pass although its rule finds nothing.
  if (typeof target !== 'object' || target === null) throw new Error(`${place} has no parent`)
  const members = target as Record<string, unknown>
  if (JSON.stringify(members[last]) === JSON.stringify(value)) throw new Error(`${place} is so already`)
  if (value === undefined) Reflect.deleteProperty(members, last)
  else members[last] = value
}
