// Resources that use each other's data, and so stay or go together.
import { Refusal } from '../failure.ts'

export function withCompanions(names: string[]): void {
  if (names.length === 0) throw new Refusal('No resource is named.')
}
