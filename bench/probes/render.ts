// One artefact made by a process of its own, as a tool for it alone would: the bundled contract read, the artefact rendered.
import { readFileSync } from 'node:fs'
import { modelOf, type Contract, type Model } from '../../codegen/model.ts'

const [, , module = '', name = '', document = ''] = process.argv
const renderers = (await import(module)) as Record<string, (model: Model) => unknown>
const artefact = await renderers[name]?.(modelOf(JSON.parse(readFileSync(document, 'utf8')) as Contract))
if (artefact === undefined) process.exit(1)
