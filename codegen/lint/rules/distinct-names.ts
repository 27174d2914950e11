// Components that other languages turn into types have distinct names, also when written in PascalCase or in lower case.
import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { componentOf, keyOf } from '../place.ts'

type Named = { name: string; section: string; location: Location }

export const distinctNames: Oas3Rule = () => {
  const components = new Map<string, Named>()
  const collect = (_node: unknown, { location }: UserContext) => {
    const component = componentOf(location)
    if (component) components.set(location.absolutePointer, { ...component, location })
  }
  return {
    Schema: collect,
    Parameter: collect,
    RequestBody: collect,
    Response: collect,
    Root: {
      leave(_root, ctx) {
        const taken = new Map<string, Named>()
        for (const component of components.values()) {
          const { name, section, location } = component
          const type = name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
          const first = taken.get(type)
          taken.set(type, first ?? component)
          // Two schemas of one name in two files: the rule component-name-unique reports them.
          if (!first || (first.name === name && first.section === section)) continue
          ctx.report({
            message: `${section}/${name} has the name of ${first.section}/${first.name}; generators make one type of both.`,
            location: keyOf(location),
          })
        }
      },
    },
  }
}
