// Synthesizes a stage for a test, and writes the references of its template as text.
import { Template } from 'aws-cdk-lib/assertions'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { name } from '../../generated/names.ts'
import { createBundles, type Bundles } from '../bundle.ts'
import { createApp } from '../checked-app.ts'
import { stageNamed } from '../names.ts'
import { plainTemplate, type TemplateJson } from '../plain-template.ts'
import { createSystem } from '../stack.ts'
import type { Stage } from '../stages.ts'

export type { Json, Resource, TemplateJson } from '../plain-template.ts'

type Options = {
  /** Runs CloudFormation's validation. The first one in a process takes 4 s of CPU: only stack.test.ts asks for it. */
  validated?: boolean
  /** The functions' own code. Otherwise each function has a file of one line. */
  bundled?: boolean
  mayFail?: boolean
}

/** The templates of stages that several files ask for. A worker keeps this module for all its files. */
const known = new Map<Stage, Promise<string>>()

/** The template of a stage: each call returns a new object. */
export async function templateOf(stage: Stage): Promise<TemplateJson> {
  const making =
    known.get(stage) ??
    synthesize(stage).then(async ({ text, remove }) => {
      await remove()
      return text
    })
  known.set(stage, making)
  return JSON.parse(await making) as TemplateJson
}

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
  const made = bundled ? await createBundles() : everyBundle(code)
  createSystem(app, { stage, bundles: made, docs })
  try {
    app.synth()
  } catch (error) {
    if (!mayFail) throw error
  } finally {
    // The synthesis has copied them. Vitest ends the process of a test without the exit event that removes them.
    if (bundled) for (const folder of Object.values(made)) await rm(folder, { recursive: true, force: true })
  }
  const text = await readFile(join(outdir, `${stageNamed(stage.name)}.template.json`), 'utf8')
  if (!bundled && !mayFail) known.set(stage, Promise.resolve(text))
  return {
    outdir,
    text,
    template: JSON.parse(text) as TemplateJson,
    remove: () => rm(directory, { recursive: true }),
  }
}

const everyBundle = (code: string): Bundles => ({
  ...{ api: code, stream: code, workflow: code, uploads: code, seed: code },
  ...{ keys: code, canary: code },
})

/** The plain template, for the matchers of the CDK. */
export function plain(template: TemplateJson): Template {
  return Template.fromJSON(plainTemplate(template))
}
