// Resources that use each other's data, and so stay or go together.
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
