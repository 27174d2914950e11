// Every x- extension is one that something reads; any other extension is misspelt.
import type { Oas3Rule } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

export const knownExtensions: Oas3Rule = ({ extensions }: { extensions?: Record<string, string[]> }) => ({
  any(node: unknown, ctx) {
    // In maps (headers, members of a schema) `x-something` is a name like any other.
    const { name, extensionsPrefix } = ctx.type
    if (extensionsPrefix === undefined || typeof node !== 'object' || node === null) return
    const known = extensions?.[name] ?? []
    for (const key of Object.keys(node)) {
      if (!key.startsWith(extensionsPrefix) || known.includes(key)) continue
      ctx.report({
        message: `Nothing reads ${key} on ${name}.`,
        suggest: known,
        location: keyOf(ctx.location.child(key)),
      })
    }
  },
})
