// The imports of a resource's file.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { hardline, join, print } from '../typescript/print.ts'
import { importFrom } from '../typescript/syntax.ts'
import type { CombinedMethod } from './combined-methods.ts'
import type { Method, Resource } from './facade.ts'
import { runtime } from './runtime.ts'
import { argumentsOf, wordsIn } from './signature.ts'

const optionTypes = ['CallOptions', 'ConditionalOptions', 'IdempotentOptions', 'RevalidationOptions']
/** The functions of the runtime for what is not JSON or no plain value. */
const functions: Record<string, string[]> = {
  answers: ['readAny', 'readBlob', 'readText'],
  bodies: ['asIs', 'formOf', 'multipartOf'],
  credentials: ['basic', 'keyIn'],
  parameters: ['cookieOf', 'queryOf', 'textOf', 'withHeaders'],
}

/** The imports that the code uses. Its texts are no part of `code`: they name types that it does not use. */
export function importsOf(model: Model, { methods }: Resource, combined: CombinedMethod[], code: string): string {
  const words = wordsIn([code])
  const line = (names: string[], from: string, keyword = 'import type') => {
    const used = names.filter((name) => words.has(name.replace('type ', '')))
    return used.length > 0 ? [importFrom(keyword, used, from)] : []
  }
  return print([
    join(hardline, [
      ...line(['components', 'operations'], '../api.ts'),
      ...Object.entries(functions).flatMap(([file, names]) => line(names, `${runtime}/${file}.ts`, 'import')),
      ...line(['Call'], `${runtime}/call.ts`),
      ...line(['Client'], `${runtime}/client.ts`),
      ...line(optionTypes, `${runtime}/options.ts`),
      ...(words.has('listOf') ? line(['listOf', 'type List'], `${runtime}/pages.ts`, 'import') : []),
      ...combined.map((method) => importFrom('import', method.imports, `${runtime}/${method.module}`)),
      ...line(modelsOf(model, methods, combined), './models.ts'),
    ]),
    hardline,
  ])
}

/** The types of models.ts that the methods name. */
function modelsOf(model: Model, methods: Method[], combined: CombinedMethod[]): string[] {
  const types = methods.flatMap((method) => [
    ...argumentsOf(model, method).map(({ type }) => type),
    method.data,
    method.items?.type ?? '',
  ])
  return modelTypes(model, [...types, ...combined.flatMap(({ models }) => models)])
}

/** The types of models.ts among the words of these types. */
export function modelTypes(model: Model, types: string[]): string[] {
  const names = namesIn(model)
  const ids = model.operations.map(({ operationId }) => operationId)
  const groups = ids.flatMap((id) => [names.query(id), names.headers(id), names.cookies(id), names.body(id)])
  const exported = new Set([...Object.keys(model.schemas).map(names.schema), ...groups])
  return [...wordsIn(types)].filter((word) => exported.has(word)).sort()
}
