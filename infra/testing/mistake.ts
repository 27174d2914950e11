// Puts a mistake into a template: changes one place of one resource. It throws NoPlace if the place does not exist.
import type { Resource, TemplateJson } from './template.ts'

export class NoPlace extends Error {}

/** A place is written as the names on the path to it, with spaces between them. `Name=value` is the item of a list that has it. */
export type Mistake = (template: TemplateJson) => void

const shortOf = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '')

/** The one resource of this type, or of this logical id with or without the hash that the CDK appends. */
function idOf({ Resources }: TemplateJson, name: string): string {
  const ids = Object.keys(Resources).filter((id) => id === name || shortOf(id) === name || Resources[id]?.Type === name)
  const [id] = ids
  if (id === undefined || ids.length > 1) throw new NoPlace(`There are ${ids.length} resources named ${name}.`)
  return id
}

function at(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const [member = '', wanted] = step.split('=')
  if (wanted === undefined || !Array.isArray(value)) return Reflect.get(value, step)
  return value.find((item) => String(at(item, member)) === wanted)
}

type Edit = (holder: object, member: string, value: unknown) => void

const edit =
  (name: string, place: string, change: Edit): Mistake =>
  (template) => {
    const steps = place.split(' ')
    const member = steps.pop() ?? ''
    const holder = steps.reduce(at, template.Resources[idOf(template, name)]?.Properties)
    if (typeof holder !== 'object' || holder === null) throw new NoPlace(`${name} has no ${place}.`)
    change(holder, member, at(holder, member))
  }

export const set = (name: string, place: string, value: unknown) =>
  edit(name, place, (holder, member) => void Reflect.set(holder, member, value))

export const unset = (name: string, place: string) =>
  edit(name, place, (holder, member) => {
    if (!Reflect.has(holder, member)) throw new NoPlace(`${name} has no ${place}.`)
    Reflect.deleteProperty(holder, member)
  })

/** Gives a member another name. */
export const rename = (name: string, place: string, to: string) =>
  edit(name, place, (holder, member, value) => {
    Reflect.set(holder, to, value)
    Reflect.deleteProperty(holder, member)
  })

/** Exchanges the values of two members of the same object. */
export const exchange = (name: string, place: string, other: string) =>
  edit(name, place, (holder, member, value) => {
    Reflect.set(holder, member, at(holder, other))
    Reflect.set(holder, other, value)
  })

export const add = (name: string, place: string, item: unknown) =>
  edit(name, place, (_holder, _member, list) => void listAt(list, place).push(item))

/** Takes an item out of a list: the last one by default. */
export const drop = (name: string, place: string, index = -1) =>
  edit(name, place, (_holder, _member, list) => void listAt(list, place).splice(index, 1))

function listAt(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw new NoPlace(`${place} is no list.`)
  return value
}

export const rewrite = (name: string, place: string, from: string, to: string) =>
  edit(name, place, (holder, member, text) => {
    if (typeof text !== 'string' || !text.includes(from)) throw new NoPlace(`${place} has no ${from}.`)
    Reflect.set(holder, member, text.replace(from, to))
  })

/** Adds a resource. */
export const place =
  (id: string, resource: Omit<Resource, 'Properties'> & { Properties: object }): Mistake =>
  ({ Resources }) => {
    if (id in Resources) throw new Error(`There is a resource ${id}.`)
    Object.assign(Resources, { [id]: structuredClone(resource) })
  }

export const without =
  (name: string): Mistake =>
  (template) => {
    Reflect.deleteProperty(template.Resources, idOf(template, name))
  }

/** Sets what stands beside the properties, as the policy of an update. */
export const attribute =
  (name: string, member: string, value: unknown): Mistake =>
  (template) => {
    Object.assign(template.Resources[idOf(template, name)] ?? {}, { [member]: value })
  }

const withPolicy =
  (DeletionPolicy: string) =>
  (name: string): Mistake =>
  (template) => {
    Object.assign(template.Resources[idOf(template, name)] ?? {}, { DeletionPolicy })
  }

export const goesWithTheStack = withPolicy('Delete')

export const staysForEver = withPolicy('Retain')

/** The resource does not wait for others any more. */
export const unordered =
  (name: string): Mistake =>
  (template) => {
    Reflect.deleteProperty(template.Resources[idOf(template, name)] ?? {}, 'DependsOn')
  }
