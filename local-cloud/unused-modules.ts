// Modules that openapi-backend loads, and that nobody calls with a compiled contract. The bundle that is deployed leaves
// them out too. They would take a tenth of each start.
import { createRequire, Module } from 'node:module'

export const unusedModules = [
  ...['openapi-schema-validator', 'dereference-json-schema', 'mock-json-schema'],
  ...['./refparser', './router', './validation'],
]

/** Puts an empty module in the place of each, before openapi-backend is loaded. */
export function leaveOutUnusedModules(): void {
  const { resolve: find } = createRequire(import.meta.url)
  const { resolve, cache } = createRequire(find('openapi-backend'))
  for (const name of unusedModules) {
    const path = resolve(name)
    cache[path] ??= Object.assign(new Module(path), { exports: {}, loaded: true })
  }
}
