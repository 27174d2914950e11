// One artefact made by a process of its own, as a tool for it alone would: the bundled contract read, the artefact rendered.
import { readFileSync } from 'node:fs'

const [, , module = '', name = '', document = ''] = process.argv
const renderers = (await import(module)) as Record<string, (contract: unknown) => unknown>
const artefact = await renderers[name]?.(JSON.parse(readFileSync(document, 'utf8')))
if (artefact === undefined) process.exit(1)
