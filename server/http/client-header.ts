// The header in which the SDK names itself and its platform. Its text goes into the log, so only its own form counts.
import { name } from '../../generated/names.ts'

const header = `x-${name}-client`
const word = String.raw`[\w.+-]{1,64}`
const form = new RegExp(String.raw`^${word}/${word}( ${word}(/${word})?)?$`)

/** `name/version runtime/version`. Anything else is as if it were not there. */
export function clientIn(headers: Record<string, string>): string | undefined {
  const text = headers[header]
  return text !== undefined && form.test(text) ? text : undefined
}
