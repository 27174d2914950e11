// Every definition in a file of spec/ is used. The built-in rule sees only the components of the root.
import {
  escapePointerFragment,
  getDir,
  parseYaml,
  resolvePath,
  type Location,
  type Oas3Rule,
} from '@redocly/openapi-core'

export const noUnusedDefinitions: Oas3Rule = () => {
  const sources = new Map<string, Location['source']>()
  const used = new Set<string>()
  return {
    ref({ $ref }, ctx, { location }) {
      if (!location) return
      sources.set(location.source.absoluteRef, location.source)
      // A definition can be a reference itself: then the written target and the final target differ.
      const [file, pointer = '/'] = $ref.split('#')
      const { absoluteRef } = ctx.location.source
      used.add(`${file ? resolvePath(getDir(absoluteRef), file) : absoluteRef}#${pointer}`)
      used.add(location.absolutePointer)
    },
    Root: {
      leave(_root, ctx) {
        sources.delete(ctx.location.source.absoluteRef)
        const references = [...used]
        for (const [file, source] of sources) {
          for (const pointer of definitions(source)) {
            const definition = file + pointer
            // A reference to a part of the definition, or to its group, counts too.
            const isUsed = references.some(
              (reference) => `${reference}/`.startsWith(`${definition}/`) || definition.startsWith(`${reference}/`),
            )
            if (!isUsed)
              ctx.report({ message: 'Nothing refers to this.', location: { source, pointer, reportOnKey: true } })
          }
        }
      },
    },
  }
}

function definitions({ absoluteRef, body }: Location['source']): string[] {
  if (!/\.(ya?ml|json)$/.test(absoluteRef)) return []
  const groups = Object.entries(parseYaml(body) as Record<string, object>)
  return groups.flatMap(([group, members]) =>
    Object.keys(members).map((name) => `#/${group}/${escapePointerFragment(name)}`),
  )
}
