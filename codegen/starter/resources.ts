// The resources of a project: what the contract groups under a tag, and all names that belong to one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './failure.ts'
import { readText } from './tree.ts'

export type Resource = {
  /** The tag, and the name of the resource's files: `sample-data`. */
  name: string
  /** The name of its property in the SDK and among the dependencies: `sampleData`. */
  property: string
  operationIds: string[]
  operations: { operationId: string; method: string; path: string }[]
  paths: string[]
  /** Schemas that no other resource uses. */
  schemas: string[]
}

/** These serve every contract: the state of the service, MCP, and the assistant that calls whatever is marked for it. */
export const machinery = new Set(['system', 'mcp', 'chat'])

type Document = {
  paths: Record<string, Record<string, { tags?: string[]; operationId?: string } | undefined>>
  components?: { schemas?: Record<string, unknown> }
}

export function resourcesOf(root: string): Resource[] {
  // Safe cast: `npm run generate` has written this file from a contract that it has checked.
  const document = JSON.parse(readText(root, 'generated/openapi.json')) as Document
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const [tag] = operation?.tags ?? []
      return operation?.operationId && tag
        ? [{ tag, path, method: method.toUpperCase(), id: operation.operationId, operation }]
        : []
    }),
  )
  const used = Map.groupBy(operations, ({ tag }) => tag)
  const schemas = [...used].map(([name, of]) => ({ name, schemas: schemasBelow(document, of) }))
  return [...used].map(([name, of]) => ({
    name,
    property: name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    operationIds: of.map(({ id }) => id),
    operations: of.map(({ id: operationId, method, path }) => ({ operationId, method, path })),
    paths: [...new Set(of.map(({ path }) => path))],
    schemas: (schemas.find((one) => one.name === name)?.schemas ?? []).filter((schema) =>
      schemas.every((other) => other.name === name || !other.schemas.includes(schema)),
    ),
  }))
}

/** The names of the resources that can go. */
export const removable = (root: string): string[] =>
  resourcesOf(root)
    .map(({ name }) => name)
    .filter((name) => !machinery.has(name))

/** The names of all schemas of the contract. */
export function schemasOf(root: string): string[] {
  // Safe cast: `npm run generate` has written this file from a contract that it has checked.
  const { components } = JSON.parse(readText(root, 'generated/openapi.json')) as Document
  return Object.keys(components?.schemas ?? {})
}

/** Its paths without those of single items: `/tickets`. */
export const basesOf = ({ paths }: Resource): string[] => [...new Set(paths.map((path) => path.replace(/\/\{.*/, '')))]

/** The names of the schemas that a value refers to, and that these refer to. */
function schemasBelow(document: Document, value: unknown, found = new Set<string>()): string[] {
  for (const [, pointer = ''] of JSON.stringify(value ?? null).matchAll(/"\$ref":"#\/components\/(\w+\/[^"]+)"/g)) {
    if (found.has(pointer)) continue
    found.add(pointer)
    const [kind = '', name = ''] = pointer.split('/')
    // Safe cast: the components are groups of named values.
    schemasBelow(document, (document.components as Record<string, Record<string, unknown>>)[kind]?.[name], found)
  }
  return [...found]
    .filter((pointer) => pointer.startsWith('schemas/'))
    .map((pointer) => pointer.slice('schemas/'.length))
}

/** The resource of this name; refuses a name that none has, and one of the machinery. */
export function resourceNamed(root: string, name: string): Resource {
  const resource = resourcesOf(root).find((one) => one.name === name)
  if (machinery.has(name)) throw new Refusal(`${name} belongs to the machinery: it cannot be removed.`)
  if (resource && existsSync(join(root, `spec/${name}.yaml`))) return resource
  throw new Refusal(`There is no resource ${name}. There are: ${removable(root).join(', ')}.`)
}
