// Synthesizes a stage for a test, and writes the references of its template as text.
import { Template } from 'aws-cdk-lib/assertions'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { name } from '../../generated/names.ts'
import { createBundles, type Bundles } from '../bundle.ts'
import { createApp } from '../checked-app.ts'
import { stageNamed } from '../names.ts'
import { createSystem } from '../stack.ts'
import type { Stage } from '../stages.ts'

export type Resource = {
  Type: string
  Properties: Json
  DeletionPolicy?: string
  UpdatePolicy?: Json
  DependsOn?: string[]
}
export type TemplateJson = { Resources: Record<string, Resource>; Outputs: Record<string, { Value: unknown }> }
// Properties are nested deeply. Tests only compare them, so they need no exact type.
export type Json = Record<string, unknown>

type Options = {
  /** Runs CloudFormation's validation. The first one in a process takes 4 s of CPU: only stack.test.ts asks for it. */
  validated?: boolean
  /** The functions' own code. Otherwise each function has a file of one line. */
  bundled?: boolean
  mayFail?: boolean
}

let bundles: Promise<Bundles> | undefined
// Vitest ends the process of a test without the exit event that removes the bundles.
afterAll(async () => {
  for (const directory of Object.values((await bundles) ?? {})) await rm(directory, { recursive: true, force: true })
})

/** `outdir` has the template, the assets and the validation report. Call `remove` afterwards. */
export async function synthesize(stage: Stage, { validated = false, bundled = false, mayFail = false }: Options = {}) {
  const directory = await mkdtemp(join(tmpdir(), `${name}-stage-`))
  const outdir = join(directory, 'assembly')
  const docs = join(directory, 'docs')
  const code = join(directory, 'code')
  await Promise.all([mkdir(docs), mkdir(code)])
  await writeFile(join(docs, 'index.html'), '<!doctype html>')
  await writeFile(join(code, 'index.mjs'), 'export const handler = () => undefined\n')
  const app = createApp({ outdir, builtinCloudFormationValidation: validated })
  const made = bundled ? await (bundles ??= createBundles()) : { api: code, workflow: code, uploads: code, seed: code }
  createSystem(app, { stage, bundles: made, docs })
  try {
    app.synth()
  } catch (error) {
    if (!mayFail) throw error
  }
  const text = await readFile(join(outdir, `${stageNamed(stage.name)}.template.json`), 'utf8')
  return {
    outdir,
    text,
    template: JSON.parse(text) as TemplateJson,
    remove: () => rm(directory, { recursive: true }),
  }
}

/**
 * The template with each intrinsic as text: `<Table>` for a Ref, `<Table.Arn>` for an attribute. A joined text is one
 * text. The eight characters that the CDK appends to a logical id are left out.
 */
export function plain(template: TemplateJson): Template {
  const named = Object.entries(template.Resources).map(([id, resource]) => [nameOf(id), resource] as const)
  if (new Set(named.map(([name]) => name)).size < named.length) throw new Error('Two resources have one name.')
  return Template.fromJSON(toText({ ...template, Resources: Object.fromEntries(named) }) as Json)
}

const nameOf = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '')

/** A part of a joined text. An intrinsic that has no form as text is written as JSON. */
const partOf = (value: unknown) => {
  const text = toText(value)
  return typeof text === 'string' ? text : JSON.stringify(text)
}

function toText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toText)
  if (typeof value !== 'object' || value === null) return value
  const [[key, content] = ['', undefined], ...others] = Object.entries(value)
  if (others.length === 0) {
    if (key === 'Ref') return `<${nameOf(content as string)}>`
    if (key === 'Fn::GetAtt') {
      const [id, attribute] = content as [string, string]
      return `<${nameOf(id)}.${attribute}>`
    }
    if (key === 'Fn::Join') {
      const [separator, parts] = content as [string, unknown[]]
      return parts.map(partOf).join(separator)
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toText(member)]))
}
