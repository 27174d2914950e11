// Each security scheme that an operation or the root asks for is a component.
import type { Oas3Rule, Oas3SecurityScheme, UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

type Named = { name: string; location: ReturnType<typeof keyOf> }

export const declaredSecurity: Oas3Rule = () => {
  const asked: Named[] = []
  const declared = new Set<string>()
  return {
    SecurityScheme(_scheme: Oas3SecurityScheme, { key }: UserContext) {
      declared.add(String(key))
    },
    SecurityRequirement(requirement: Record<string, string[]>, { location }: UserContext) {
      asked.push(...Object.keys(requirement).map((name) => ({ name, location: keyOf(location.child(name)) })))
    },
    Root: {
      leave(_root: unknown, ctx: UserContext) {
        for (const { name, location } of asked.filter(({ name }) => !declared.has(name))) {
          ctx.report({
            message: `Nothing says what ${name} is, so no caller can prove it. Declare it in components.securitySchemes.`,
            location,
          })
        }
      },
    },
  }
}
