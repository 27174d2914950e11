// The contract without a resource: its file goes, with its lines in spec/openapi.yaml.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Resource } from '../resources.ts'

/** The lines of a tag, and those of the paths that a resource's file has. */
function withoutResource(yaml: string, name: string): string {
  return yaml
    .replace(new RegExp(`^ {2}- name: ${name}\\n(?: {4}.*\\n)+`, 'm'), '')
    .replace(new RegExp(`^ {2}/\\S*: \\{ \\$ref: '${name}\\.yaml#.*\\n`, 'gm'), '')
}

/** The events are of the workflow. */
const withoutEvents = (yaml: string) =>
  yaml.replace(/^ {2}- name: customer-created\n(?: {4}.*\n)+/m, '').replace(/^x-events:\n(?: {2}.*\n)+/m, '')

export async function removeFromContract(root: string, resources: Resource[]): Promise<void> {
  const names = resources.map(({ name }) => name)
  const file = join(root, 'spec/openapi.yaml')
  const yaml = names.reduce(withoutResource, await readFile(file, 'utf8'))
  const rest = names.includes('workflow') ? withoutEvents(yaml) : yaml
  await writeFile(file, rest)
  for (const name of names) {
    await rm(join(root, `spec/${name}.yaml`))
    // A guide of that name may be of another tag.
    if (!rest.includes(`guides/${name}.md`)) await rm(join(root, `spec/guides/${name}.md`), { force: true })
  }
  await removeRelease(root, resources)
  await removeJourneys(root, names)
}

/** The removal would break the callers of a release that has it. A project without a release compares with nothing. */
async function removeRelease(root: string, resources: Resource[]) {
  const folder = join(root, 'spec/released')
  const released = await readFile(join(folder, 'openapi.json'), 'utf8').catch(() => '')
  const ids = resources.flatMap(({ operationIds }) => operationIds)
  if (ids.some((id) => released.includes(`"${id}"`))) await rm(folder, { recursive: true })
}

/** A journey that calls an operation of the resource cannot be travelled any more. */
async function removeJourneys(root: string, names: string[]) {
  const parts = await Promise.all(names.map((name) => readFile(join(root, `spec/${name}.yaml`), 'utf8')))
  const gone = parts.flatMap((part) => [...part.matchAll(/operationId: (\w+)/g)].map(([, id = '']) => id))
  const folder = join(root, 'spec/journeys')
  for (const journey of await readdir(folder).catch(() => [])) {
    const text = await readFile(join(folder, journey), 'utf8')
    if (gone.some((id) => new RegExp(`operationId: ${id}\\b`).test(text))) await rm(join(folder, journey))
  }
}
