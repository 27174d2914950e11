// The imports of a resource's file.
import { hardline, join, print } from '../typescript/print.ts'
import { importFrom } from '../typescript/syntax.ts'
import { runtime } from './runtime.ts'
import type { CombinedMethod } from './combined-methods.ts'
import type { Method, Resource } from './facade.ts'
import { argumentsOf } from './signature.ts'

/** The imports that the code uses, found by their names in it. */
export function importsOf({ methods }: Resource, combined: CombinedMethod[], code: string): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code)
  const line = (names: string[], from: string, keyword = 'import type') => {
    const used = names.filter((name) => uses(name.replace('type ', '')))
    return used.length > 0 ? [importFrom(keyword, used, from)] : []
  }
  const options = ['CallOptions', 'ConditionalOptions', 'IdempotentOptions', 'RevalidationOptions']
  return print([
    join(hardline, [
      ...line(['operations'], '../api.ts'),
      ...line(['Call'], `${runtime}/call.ts`),
      ...line(['Client'], `${runtime}/client.ts`),
      ...line(options, `${runtime}/options.ts`),
      ...(uses('listOf') ? line(['listOf', 'type List'], `${runtime}/pages.ts`, 'import') : []),
      ...combined.map((method) => importFrom('import', method.imports, `${runtime}/${method.module}`)),
      ...line(modelsOf(methods, combined), './models.ts'),
    ]),
    hardline,
  ])
}

/** The types of models.ts that the methods may name. */
function modelsOf(methods: Method[], combined: CombinedMethod[]): string[] {
  const own = methods.flatMap(({ body, data, items }) => [body?.type, ...data.split(' | '), items?.type])
  const queries = methods.flatMap((method) => argumentsOf(method).filter(({ place }) => place === 'query'))
  const all = [...own, ...queries.map(({ type }) => type), ...combined.flatMap(({ models }) => models)]
  return [...new Set(all)]
    .filter((name) => name !== undefined)
    .filter((name) => /^[A-Z]\w*$/.test(name))
    .sort()
}
