// generated/validators/: the request validators that openapi-backend would compile at start, compiled ahead of time.
import { namesIn } from '../contract-names.ts'
import { followIn } from '../model/references.ts'
import type { Written } from '../model/normal/schema.ts'
import type { Body, Model, Operation } from '../model.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, quote, table } from '../typescript/syntax.ts'
import { linearModule, linearSource } from './linear-code.ts'
import { remember } from '../remember.ts'
import { bodySchema, parametersSchema } from './request-schemas.ts'
import { renderModule, type OwnSchemas, type Shared } from './validator-module.ts'

export { numberFormats } from './structural.ts'
export { calendarDate } from './validator-module.ts'

/** Path under generated/validators/ → source: one module for each tag, and the table that loads them. */
export function renderValidators(model: Model): Record<string, string> {
  const { normal, operations } = model
  const shared: Shared = {
    // Safe cast: the document writes its schemas in this form.
    schemas: (normal.components?.schemas ?? {}) as Record<string, Written>,
    follow: followIn(normal),
  }
  const modules = Map.groupBy(operations, ({ tag }) => namesIn(model).resource(tag).file)
  const sources = [...modules].flatMap(([file, tagged]): [string, string][] => {
    const schemas = Object.fromEntries(
      tagged.map((operation) => [operation.operationId, schemasOf(model, shared, operation)]),
    )
    const { code, types } = moduleOf(file, shared, schemas)
    return [
      [`${file}.js`, code],
      [`${file}.d.ts`, types],
    ]
  })
  const isLinear = sources.some(([, text]) => text.includes(`'./${linearModule}'`))
  return {
    ...Object.fromEntries(sources),
    ...(isLinear && { [linearModule]: linearSource() }),
    'index.ts': renderTable(modules),
  }
}

const remembered = remember<ReturnType<typeof renderModule>>()

const moduleOf = (file: string, shared: Shared, schemas: Record<string, OwnSchemas>) =>
  remembered(file, withReferences(JSON.stringify(schemas), shared.follow), () => renderModule(shared, schemas))

/** The text of schemas, and of all that they refer to. */
function withReferences(text: string, follow: Shared['follow']): string {
  const texts = [text]
  const seen = new Set<string>()
  for (const next of texts) {
    for (const [, quoted = '""'] of next.matchAll(/"\$ref":("(?:[^"\\]|\\.)*")/g)) {
      if (seen.has(quoted)) continue
      seen.add(quoted)
      // Safe cast: it is a text in JSON.
      texts.push(`${quoted}:${JSON.stringify(follow(JSON.parse(quoted) as string))}`)
    }
  }
  return texts.join('\n')
}

function schemasOf({ securitySchemes }: Model, { follow }: Shared, operation: Operation): OwnSchemas {
  const answer = operation.answers.find(({ status }) => status === 200)?.json?.written ?? {}
  const keys = operation.security.flatMap(Object.keys).flatMap((name) => {
    const scheme = securitySchemes[name]
    return scheme?.type === 'apiKey' && scheme.in === 'query' ? [scheme.name] : []
  })
  const needsAnswer = operation.sampleData !== undefined || readsItem(operation)
  return {
    params: parametersSchema(operation, keys),
    // The operation itself reads a message of another protocol.
    bodies: operation.body && !operation.protocol ? bodiesOf(operation.body, follow) : {},
    // Safe cast: the document writes its schemas in this form.
    ...(needsAnswer && { answer: answer as Written }),
  }
}

/** The body that is read as JSON has no name; the others have their media types. */
function bodiesOf({ content, json, required }: Body, follow: Shared['follow']): Record<string, Written> {
  const found = content.flatMap((media): [string, Written][] => {
    const schema = bodySchema(media, required, follow)
    return schema ? [[media === json ? '' : media.type, schema]] : []
  })
  const isJson = ([type]: [string, Written]) => type === ''
  return Object.fromEntries([...found.filter(isJson), ...found.filter((one) => !isJson(one))])
}

/** Whether the answer is one stored item: a GET by id whose answer has an ETag. Repositories validate what they read. */
function readsItem({ method, path, answers }: Operation): boolean {
  const ok = answers.find(({ status }) => status === 200)
  return method === 'get' && path.includes('{') && (ok?.headers.some(({ name }) => name === 'ETag') ?? false)
}

function renderTable(modules: Map<string, Operation[]>): string {
  const loaders = [...modules.keys()].map((file) => member(file, `() => import(${quote(`./${file}.js`)})`))
  const rows = [...modules].flatMap(([file, operations]) =>
    operations.map(({ operationId }) => member(operationId, `modules[${quote(file)}]`)),
  )
  return print([
    ["import type { ValidateFunction } from 'ajv'", hardline, hardline],
    [validatorsType, hardline, hardline],
    ['const modules = ', table(loaders), hardline, hardline],
    ['/** Loads the validators of an operation, and of all others of its tag. */', hardline],
    ['export const validators = ', table(rows), hardline],
  ])
}

const validatorsType = `/** The validators of a body, which take \`{requestBody}\`, and what fills in the defaults of a valid one. */
export type BodyValidators = { body?: ValidateFunction; fillBody?: (request: object) => void }

/**
 * \`params\` takes \`{path, query, header, cookie}\`, \`answer\` the body of a 200. \`media\` has bodies other than the JSON
 * one.
 */
export type Validators = BodyValidators & {
  params: ValidateFunction
  fillParams?: (request: object) => void
  media?: Record<string, BodyValidators>
  answer?: ValidateFunction
}`
