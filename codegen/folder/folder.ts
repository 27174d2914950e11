// A contract of any place → a folder with everything that can be made of it, which needs nothing from this project.
import { getLineColLocation } from '@redocly/openapi-core'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { artefactNames, artefacts, renderArtefacts, type ArtefactName, type Files, type Refusal } from '../artefacts.ts'
import { pathOf, type Finding } from '../lint/finding.ts'
import { modelOf, type Model } from '../model.ts'
import { exampleServer } from './example-server.ts'
import { readSpec, type Spec } from './read-spec.ts'
import { besideRuntime, sdkRuntime, zodRuntime } from './runtime.ts'
import { packageOf, settings, settingsWithPeers } from './tsconfig.ts'
import { selfContained } from './validator-modules.ts'

export type Wish = { spec: string; only?: readonly ArtefactName[] | undefined; name?: string | undefined }

/** `files` is absent when a finding forbids them. `left` says which artefacts are left out, and why. */
export type Made = { findings: Finding[]; warnings: Finding[]; left: Finding[]; model?: Model; files?: Files }

export async function makeFolder({ spec, only, name }: Wish): Promise<Made> {
  const read = await readSpec(spec, 'carried')
  const { document, findings, warnings } = read
  if (!document) return { findings, warnings, left: [] }
  const model = modelOf(document, name)
  const { names, refusals } = takenFrom(model, only)
  const places = refusals.map((refusal) => placed(read, refusal))
  // A refusal of an artefact that was asked for is an error. Else the others are made.
  if (only && places.length > 0) return { findings: places, warnings, left: [], model }
  return { findings: [], warnings, left: places, model, files: await filesOf(model, names) }
}

/** The artefacts that the contract has something for, and those that they need. */
function takenFrom(model: Model, only: readonly ArtefactName[] | undefined) {
  const asked = new Set((only ?? artefactNames).flatMap((name) => [name, ...(artefacts[name].needs ?? [])]))
  const present = artefactNames.filter((name) => asked.has(name) && artefacts[name].isIn?.(model) !== false)
  const refusals = present.map((name) => ({ name, refused: artefacts[name].refuses?.(model) ?? [] }))
  return {
    names: refusals.filter(({ refused }) => refused.length === 0).map(({ name }) => name),
    refusals: refusals.flatMap(({ name, refused }) => refused.map((refusal) => ({ ...refusal, name }))),
  }
}

function placed({ source }: Spec, { pointer, message, name }: Refusal & { name: ArtefactName }): Finding {
  const { line, col } = getLineColLocation({ source, pointer, reportOnKey: true }).start
  return { rule: `limits/${name}`, message, file: pathOf(source.absoluteRef), line, column: col, pointer }
}

async function filesOf(model: Model, names: readonly ArtefactName[]): Promise<Files> {
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
  const generated = Object.entries(await renderArtefacts(model, names))
  const part = (prefix: string) => Object.fromEntries(generated.filter(([path]) => path.startsWith(prefix)))
  const sdk = Object.entries(part('client-sdk/')).map(([path, text]) => [path, besideRuntime(text)] as const)
  const validators = names.includes('validators') ? await selfContained(part('validators/')) : {}
  return {
    ...Object.fromEntries(generated),
    ...Object.fromEntries(sdk),
    ...(names.includes('sdk') && (await sdkRuntime())),
    ...(names.includes('zod') && (await zodRuntime())),
    ...validators,
    ...(names.includes('routes') && names.includes('validators') && (await exampleServer(model))),
    'package.json': json(packageOf(model.names.name)),
    'tsconfig.json': json(settings),
    'tsconfig.peers.json': json(settingsWithPeers),
  }
}

export async function writeFolder(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
