// The example of a folder: a server on its routes and validators that answers with the contract's examples.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../artefacts.ts'
import { projectRoot } from '../contract.ts'
import type { Model, Operation } from '../model.ts'
import { concreteType } from '../model/media.ts'
import { exampleOf } from '../model/sample.ts'
import { valueOf } from '../typescript/literal.ts'
import { print } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'

const templates = join(projectRoot, 'codegen/folder/example')
const http = join(projectRoot, 'server/http')

/** Path in the folder → content. */
export async function exampleServer(model: Model): Promise<Files> {
  const files: Files = { 'example/answers.ts': renderAnswers(model) }
  const names = ['handler.ts', 'main.ts', 'refusal.ts']
  for (const name of names) {
    files[`example/${name}`] = inExample(await readFile(join(templates, name), 'utf8'))
  }
  const asked = names.flatMap((name) => [...(files[`example/${name}`] ?? '').matchAll(/'\.\/http\/([\w-]+\.ts)'/g)])
  const modules = asked.map(([, name = '']) => name)
  for (const name of modules) {
    const path = `example/http/${name}`
    if (path in files) continue
    // The server's own errors are those of its contract.
    const text = await readFile(name === 'problem.ts' ? join(templates, name) : join(http, name), 'utf8')
    files[path] = inHttp(text)
    for (const [, other = ''] of text.matchAll(/from '\.\/([\w-]+\.ts)'/g)) modules.push(other)
  }
  return files
}

const inExample = (text: string) =>
  text
    .replaceAll("'../../../generated/", "'../")
    .replaceAll("'../../../server/http/", "'./http/")
    .replaceAll("from 'ajv'", "from '../validators/validate.ts'")

const inHttp = (text: string) =>
  text.replaceAll("'../../generated/", "'../../").replaceAll("from 'ajv'", "from '../../validators/validate.ts'")

function renderAnswers({ operations }: Model): string {
  const rows = operations.map((operation) => member(operation.operationId, valueOf(answerOf(operation))))
  return print([
    '// The answer of each operation, by its operationId: its success, with the example of the contract or a made one.\n',
    'export type Answer = { status: number; headers: Record<string, string>; body?: string }\n\n',
    ['export const answers: Record<string, Answer> = ', table(rows), '\n'],
  ])
}

function answerOf({ successes: [success], method }: Operation) {
  if (!success) return { status: 200, headers: {} }
  const { status, content } = success
  const media = content.find(({ kind }) => kind === 'json') ?? content[0]
  const headers = media ? { 'content-type': concreteType(media) } : {}
  if (!media || method === 'head') return { status, headers }
  const value = exampleOf(media, 'answer')
  return { status, headers, body: media.kind === 'json' ? JSON.stringify(value ?? null) : textOf(value) }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? 'text'))
