// What cannot go: one of two resources that use each other's data, and the last one with a table.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../failure.ts'
import { examples } from './examples.ts'

/** Refuses a removal of one without the other. */
export function withCompanions(names: string[], present: string[]): void {
  for (const { resources } of examples) {
    const missing = resources.filter((name) => present.includes(name) && !names.includes(name))
    const gone = resources.filter((name) => names.includes(name))
    if (gone.length === 0 || missing.length === 0) continue
    throw new Refusal(`${gone.join(', ')} and ${missing.join(', ')} use each other: they stay or go together.`)
  }
}

/** The service, its permissions and its tests need a table. */
export function expectTable(root: string, names: string[], present: string[]): void {
  const stored = present.filter((name) => existsSync(join(root, `server/repositories/${name}.ts`)))
  if (stored.some((name) => !names.includes(name))) return
  throw new Refusal(`One of ${stored.join(', ')} stays: the service needs a table. Add your own first, then remove it.`)
}

/** The resources in words, those that stay or go together in one: `cases, customers with workflow`. */
export function inWords(present: string[]): string {
  const groups = present.map((name) => {
    const together = examples.find(({ resources }) => resources.includes(name))?.resources ?? []
    return [name, ...present.filter((other) => other !== name && together.includes(other))]
  })
  return groups
    .filter((group, index) => !groups.slice(0, index).some(([first = '']) => group.includes(first)))
    .map((group) => group.join(' with '))
    .join(', ')
}

/** A resource for an example in a help: one that can stay or go alone, if there is one. */
export const exampleAmong = (present: string[]): string =>
  present.find((name) => !examples.some(({ resources }) => resources.length > 1 && resources.includes(name))) ??
  present.join(',')
