// The contract without a resource: its file goes, with its lines in spec/openapi.yaml.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The lines of a tag, and those of the paths that a resource's file has. */
function withoutResource(yaml: string, name: string): string {
  return yaml
    .replace(new RegExp(`^ {2}- name: ${name}\\n(?: {4}.*\\n)+`, 'm'), '')
    .replace(new RegExp(`^ {2}/\\S*: \\{ \\$ref: '${name}\\.yaml#.*\\n`, 'gm'), '')
}

/** The events are of the workflow. */
const withoutEvents = (yaml: string) =>
  yaml.replace(/^ {2}- name: customer-created\n(?: {4}.*\n)+/m, '').replace(/^x-events:\n(?: {2}.*\n)+/m, '')

export async function removeFromContract(root: string, names: string[]): Promise<void> {
  const file = join(root, 'spec/openapi.yaml')
  const yaml = names.reduce(withoutResource, await readFile(file, 'utf8'))
  await writeFile(file, names.includes('workflow') ? withoutEvents(yaml) : yaml)
  await removeJourneys(root, names)
  for (const name of names) {
    await rm(join(root, `spec/${name}.yaml`))
    await rm(join(root, `spec/guides/${name}.md`), { force: true })
  }
  // The removal would break the callers of a release. A project that has none compares with nothing.
  await rm(join(root, 'spec/released'), { recursive: true, force: true })
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
