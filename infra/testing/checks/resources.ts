// Resources of a plain template, by type and name.
import type { Json, Resource, Template } from '../template.ts'

export function resourcesOf({ Resources }: Template, type: string): Map<string, Resource> {
  return new Map(Object.entries(Resources).filter(([, { Type }]) => Type === type))
}

/** What is absent has no properties, which every check then misses. */
export function propertiesOf(template: Template, type: string, name: string): Json {
  return resourcesOf(template, type).get(name)?.Properties ?? {}
}
