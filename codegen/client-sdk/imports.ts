// The imports of a resource's file.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { hardline, join, print, type Doc } from '../typescript/print.ts'
import { importFrom } from '../typescript/syntax.ts'
import type { CombinedMethod } from './combined-methods.ts'
import type { Method, Resource } from './facade.ts'
import { functionsOf } from './implementation.ts'
import { runtime } from './runtime.ts'
import { argumentsOf, wordsIn } from './signature.ts'

const optionTypes = ['CallOptions', 'ConditionalOptions', 'IdempotentOptions', 'RevalidationOptions']
/** The functions of the runtime for what is not JSON or no plain value, and for keys. */
const functions: Record<string, string[]> = {
  answers: ['rawCall', 'readAny', 'readBlob', 'readText'],
  bodies: ['asIs', 'formOf', 'multipartOf'],
  credentials: ['basic', 'basicOrBearer', 'keyIn'],
  gives: ['anything', 'listIn', 'nothing'],
  parameters: ['cookieOf', 'queryOf', 'textOf', 'withHeaders'],
  'random-key': ['noKey', 'randomKey'],
  retiring: ['retiring'],
}

/** Exactly what the code uses: the compiler refuses an import too many. */
export function importsOf(model: Model, { methods }: Resource, combined: CombinedMethod[]): string {
  const types = methods.flatMap((method) => typesOf(model, method))
  const words = wordsIn(types)
  const called = new Set(methods.flatMap(functionsOf))
  const line = (names: string[], from: string, uses: Set<string>, keyword = 'import type'): Doc[] => {
    const used = names.filter((name) => uses.has(name))
    return used.length > 0 ? [importFrom(keyword, used, from)] : []
  }
  const isList = methods.some(({ items }) => items)
  const isStream = methods.some(({ events }) => events)
  const isRevalidated = methods.some((method) => isOverloaded(method))
  const options = new Set([...words, ...(isRevalidated ? ['RevalidationOptions'] : [])])
  return print([
    join(hardline, [
      ...line(['components', 'operations'], '../api.ts', words),
      ...Object.entries(functions).flatMap(([file, names]) => line(names, `${runtime}/${file}.ts`, called, 'import')),
      ...(methods.some(isCall) ? [importFrom('import type', ['Call'], `${runtime}/call.ts`)] : []),
      ...(methods.some(({ read }) => read) ? [importFrom('import type', ['RawCall'], `${runtime}/answers.ts`)] : []),
      importFrom('import type', ['Client'], `${runtime}/client.ts`),
      ...(isStream
        ? [
            importFrom(
              'import',
              ['eventStream', 'type EventStream', 'type StreamOptions'],
              `${runtime}/event-stream.ts`,
            ),
          ]
        : []),
      ...line(optionTypes, `${runtime}/options.ts`, options),
      ...(isList ? [importFrom('import', ['listOf', 'type List'], `${runtime}/pages.ts`)] : []),
      ...combined.map((method) => importFrom('import', method.imports, `${runtime}/${method.module}`)),
      ...modelsLine(modelTypes(model, [...types, ...combined.flatMap(({ models }) => models)])),
    ]),
    hardline,
  ])
}

const modelsLine = (names: string[]): Doc[] =>
  names.length > 0 ? [importFrom('import type', names, './models.ts')] : []

/** Whether a declaration of the method names the type. */
const isCall = (method: Method) => !method.items && !method.events && (!method.read || isOverloaded(method))

/** A call with the condition can give nothing. It has a signature of its own. */
export const isOverloaded = ({ headers, items }: Method): boolean => headers.includes('ifNoneMatch') && !items

const typesOf = (model: Model, method: Method): string[] => [
  ...argumentsOf(model, method).map(({ type }) => type),
  method.data,
  method.items?.type ?? '',
]

/** The types of models.ts among the words of these types. */
export function modelTypes(model: Model, types: string[]): string[] {
  const names = namesIn(model)
  const ids = model.operations.map(({ operationId }) => operationId)
  const groups = ids.flatMap((id) => [names.query(id), names.headers(id), names.cookies(id), names.body(id)])
  const exported = new Set([...Object.keys(model.schemas).map(names.schema), ...groups])
  return [...wordsIn(types)].filter((word) => exported.has(word)).sort()
}
