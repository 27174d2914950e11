// Items that break the contract: found when they are read, reported, and not passed through.
import type { ValidateFunction } from 'ajv'

/** An item that breaks the contract: its key, and the place that is wrong. The item's content is not here. */
export type BrokenItem = { resource: string; id: string; reason: string }

/** Called for each broken item that is read. */
export type ReportBroken = (broken: BrokenItem) => void

/** Loads the validator of the resource's schema. A request for the resource has loaded its module already. */
export type LoadValidator = () => Promise<ValidateFunction>

/** What is wrong with the item, in words without its content; undefined when it fits. */
export function faultOf(validate: ValidateFunction, item: unknown): string | undefined {
  if (validate(item)) return undefined
  const [{ instancePath, params, message } = { instancePath: '', params: {}, message: '' }] = validate.errors ?? []
  // Deeper names, those of metadata for example, are content.
  const [, member = ''] = instancePath.split('/')
  const { missingProperty = member } = params as { missingProperty?: string }
  return `${missingProperty === '' ? 'the item' : missingProperty} ${message ?? 'is not valid'}`
}
