// The methods that several operations together make possible: updateWith, upload, submitAndWait.
import type { Model } from '../model.ts'
import { print, type Doc } from '../typescript/print.ts'
import { startAndWait } from './combined/start-and-wait.ts'
import { updateWith } from './combined/update-with.ts'
import { upload } from './combined/upload.ts'
import type { Resource } from './facade.ts'

export type CombinedMethod = {
  name: string
  /** The module of the SDK's runtime, and the names that are imported from it. */
  module: string
  imports: string[]
  /** Types of the contract that the signature names. */
  models: string[]
  doc: string
  parameters: Doc[]
  result: string
  implementation: Doc
}

export function combinedMethods(model: Model, { methods }: Resource): CombinedMethod[] {
  const combined = methods.flatMap((method) => [
    ...updateWith(model, method, methods),
    ...upload(model, method),
    ...startAndWait(model, method, methods),
  ])
  const taken = new Set(methods.map(({ name }) => name))
  return combined.map((method) => ({ ...method, name: freeName(method.name, taken) }))
}

/** An operation of the contract keeps its name. */
function freeName(name: string, taken: Set<string | undefined>): string {
  const free = taken.has(name) ? freeName(`${name}2`, taken) : name
  taken.add(free)
  return free
}

/** The declaration of the method on one line. */
export const signatureOf = ({ name, parameters, result }: CombinedMethod): string =>
  print(
    [name, '(', parameters.map((parameter, index) => (index === 0 ? parameter : [', ', parameter])), `): ${result}`],
    Infinity,
  )
