// The name of an operation within its resource: createCase on cases is create.
import { capitalize, variableFrom } from '../identifiers.ts'
import type { Operation } from '../model.ts'

/** Undefined: the operation has the name of its resource. */
export function nameOf(
  { operationId, written, sdk }: Pick<Operation, 'operationId' | 'written' | 'sdk'>,
  resource: string,
): string | undefined {
  if (sdk.name !== undefined) return sdk.name
  // A word that cannot name a function can name a method.
  const name = variableFrom(written.operationId ?? operationId)
  if (name === resource) return undefined
  const [verb = ''] = /^[a-z]+/.exec(name) ?? []
  const rest = name.slice(verb.length)
  const plural = capitalize(resource)
  const own = [plural, plural.replace(/s$/, '')].find(
    (noun) => rest.startsWith(noun) && !/^\p{Ll}/u.test(rest.slice(noun.length)),
  )
  return verb === '' || own === undefined ? name : verb + rest.slice(own.length)
}
