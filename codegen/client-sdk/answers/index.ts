// generated/client-sdk/answer-validators.js: a compiled validator for each answer of JSON, without any import.
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Files } from '../../artefacts.ts'
import { projectRoot } from '../../contract.ts'
import { below, mapRecord, type Written } from '../../model/normal/schema.ts'
import type { Answer, Model, Operation } from '../../model.ts'
import { linearModule, linearSource, withLinearPatterns } from '../../server/linear-code.ts'
import { hasRecursiveUnions, judgingOnce } from '../../server/recursive-unions.ts'
import { remember } from '../../remember.ts'
import { structural } from '../../server/structural.ts'
import { createAjv, importsInsteadOfRequires, withTypedItems } from '../../server/validator-module.ts'
import { facadeOf } from '../facade.ts'
import { ownFormats } from '../formats.ts'

/** Path under generated/client-sdk/ → its content. */
export async function renderAnswerValidators(model: Model): Promise<Files> {
  return { 'answer-validators.js': await codeOf(model), 'answer-validators.d.ts': types }
}

const remembered = remember<Promise<string>>()

const types = `/** A compiled validator. It tells the first fault that it finds. */
export type Validator = {
  (answer: unknown): boolean
  errors?: { keyword: string; instancePath: string; params: Record<string, unknown> }[] | null
}
/** By method and path, and then by status. \`null\` stands for an answer that has no JSON. */
export declare const validators: Record<string, Record<string, Validator | null>>
`

function codeOf(model: Model): Promise<string> {
  // Safe cast: the document writes its schemas in this form.
  const schemas = (model.normal.components?.schemas ?? {}) as Record<string, Written>
  const operations = facadeOf(model).flatMap(({ methods }) => methods.map(({ operation }) => operation))
  const roots: Written[] = []
  /** The place of each text in `roots`: answers of one schema share a validator. */
  const places = new Map<string, number>()
  const rows = operations.map((operation) => {
    const members = answersOf(operation).map(([key, schema]) => {
      if (!schema) return `${key}: null`
      const text = JSON.stringify(schema)
      const place = places.get(text) ?? roots.push(schema) - 1
      places.set(text, place)
      return `${key}: answer${place}`
    })
    return `${JSON.stringify(`${operation.method.toUpperCase()} ${operation.path}`)}: { ${members.join(', ')} }`
  })
  const table = `export const validators = {\n${rows.map((row) => `  ${row},\n`).join('')}}\n`
  return remembered('answers', JSON.stringify([schemas, roots, rows]), () =>
    bundled(`${compile(schemas, roots)}\n${table}`),
  )
}

/** The successes by their status, each with the schema of its JSON. */
function answersOf({ method, answers, otherAnswers }: Operation): [key: string, Written | undefined][] {
  const isSuccess = ({ key }: Answer) => /^(2|default$)/.test(key)
  return [...answers, ...otherAnswers].filter(isSuccess).map(({ key, json, content }) => {
    // An answer that may be something else than JSON is not read as JSON.
    const isJson = method !== 'head' && json !== undefined && content.length === 1
    return [
      JSON.stringify(key.toUpperCase().replace('DEFAULT', 'default')),
      isJson ? (json.written as Written | undefined) : undefined,
    ]
  })
}

function compile(schemas: Record<string, Written>, roots: Written[]): string {
  const ajv = createAjv(
    [...Object.values(schemas), ...roots].flatMap((schema) => [...below(schema)]),
    { allErrors: false, messages: false, code: { lines: false, optimize: 2 } },
  )
  // Ajv writes an expression into the code, and calls a function of a module with all formats.
  for (const [format, known] of Object.entries({ ...fullFormats, ...ownFormats }))
    if (known instanceof RegExp) ajv.addFormat(format, known)
  ajv.addSchema({ components: { schemas: mapRecord(withTypedItems(schemas), structural) } }, 'contract')
  const names = roots.map((schema, at) => {
    ajv.addSchema(structural(schema), `answer${at}`)
    return [`answer${at}`, `answer${at}`] as const
  })
  const code = withLinearPatterns(importsInsteadOfRequires(standaloneCode.default(ajv, Object.fromEntries(names))))
  return hasRecursiveUnions(roots, schemas) ? judgingOnce(code) : code
}

/** By this ending esbuild imports modules of CommonJS as Node does. */
const sourcefile = 'answers.mjs'

/** The code with the modules of Ajv that it imports, and without what nobody calls. */
async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code.replaceAll(/\bexport const (?=answer\d)/g, 'const '), resolveDir: projectRoot, sourcefile },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'linear-patterns',
        setup(builder) {
          builder.onResolve({ filter: new RegExp(`/${linearModule}$`) }, ({ path }) => ({ path, namespace: 'linear' }))
          builder.onLoad({ filter: /./, namespace: 'linear' }, () => ({ contents: linearSource() }))
        },
      },
    ],
  })
  return outputFiles.map(({ text }) => text.replace(`// ${sourcefile}\n`, '')).join('')
}
