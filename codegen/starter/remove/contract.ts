// The contract without a resource: its file goes, with its lines in spec/openapi.yaml.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Resource } from '../resources.ts'
import { removeFromJourneys } from './journeys.ts'

/** The lines of a tag, and those of the paths that a resource's file has. */
function withoutResource(yaml: string, name: string): string {
  return withoutTag(yaml, name).replace(new RegExp(`^ {2}/\\S*: \\{ \\$ref: '${name}\\.yaml#.*\\n`, 'gm'), '')
}

/** A group whose last tag goes has no use, and groups without any do not stay as an empty list. */
const withoutTag = (yaml: string, name: string): string =>
  yaml
    .replace(new RegExp(`^ {2}- name: ${name}\\n(?: {4}.*\\n)+`, 'm'), '')
    .replace(/^x-tagGroups:\n(?: {2}.*\n)+/m, (groups) =>
      groups
        .replace(/(?<=\btags: )\[(.*?)\]/g, (_, tags: string) => {
          const rest = tags.split(/, */).filter((tag) => tag !== name)
          return `[${rest.join(', ')}]`
        })
        .replace(/^.*\btags: \[\].*\n/gm, ''),
    )
    .replace(/^(?:#.*\n)*x-tagGroups:\n(?! )/m, '')

/** The events are of the workflow. */
const withoutEvents = (yaml: string) => withoutTag(yaml, 'customer-created').replace(/^x-events:\n(?: {2}.*\n)+/m, '')

export async function removeFromContract(root: string, resources: Resource[]): Promise<void> {
  const names = resources.map(({ name }) => name)
  const file = join(root, 'spec/openapi.yaml')
  const yaml = names.reduce(withoutResource, await readFile(file, 'utf8'))
  const rest = names.includes('workflow') ? withoutEvents(yaml) : yaml
  await writeFile(file, rest)
  // These read the operations of the files that go.
  await removeFromJourneys(root, await operationsOf(root, names))
  for (const name of names) {
    await rm(join(root, `spec/${name}.yaml`))
    // A guide of that name may be of another tag.
    if (!rest.includes(`guides/${name}.md`)) await rm(join(root, `spec/guides/${name}.md`), { force: true })
  }
  await removeRelease(root, resources)
}

async function operationsOf(root: string, names: string[]): Promise<string[]> {
  const parts = await Promise.all(names.map((name) => readFile(join(root, `spec/${name}.yaml`), 'utf8')))
  return parts.flatMap((part) => [...part.matchAll(/operationId: (\w+)/g)].map(([, id = '']) => id))
}

/** The removal would break the callers of a release that has it. A project without a release compares with nothing. */
async function removeRelease(root: string, resources: Resource[]) {
  const folder = join(root, 'spec/released')
  const released = await readFile(join(folder, 'openapi.json'), 'utf8').catch(() => '')
  const ids = resources.flatMap(({ operationIds }) => operationIds)
  if (ids.some((id) => released.includes(`"${id}"`))) await rm(folder, { recursive: true })
}
