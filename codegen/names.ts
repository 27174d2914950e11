// generated/names.ts: the project's own names and its scopes, so that no other code spells them.
import type { Model } from './model.ts'
import { comment } from './typescript/comment.ts'
import { valueOf } from './typescript/literal.ts'
import { hardline, join, print, type Doc } from './typescript/print.ts'

export type Names = {
  /** For people: `Acme Desk`. */
  title: string
  /** Of services, tables, buckets and stacks: `acme-desk`. */
  name: string
  /** Of types, classes and metrics: `AcmeDesk`. */
  identifier: string
  /** Of variables: `acmeDesk`. */
  variable: string
}

/** Every name is made from the contract's title. */
export function namesOf(title: string): Names {
  const words = title.match(/[A-Za-z0-9]+/g) ?? []
  const [first = ''] = words
  if (!/^[A-Za-z]/.test(first))
    throw new Error(`info.title: "${title}" must begin with a letter: names are made of it.`)
  const capitalized = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return {
    title,
    name: words.join('-').toLowerCase(),
    identifier: capitalized.join(''),
    variable: first.toLowerCase() + capitalized.slice(1).join(''),
  }
}

export function renderNames({ names: { title, name, identifier, variable }, scopes }: Model): string {
  const constant = (doc: string, declaration: string, value: unknown): Doc => [
    comment(doc),
    `export const ${declaration} = `,
    valueOf(value),
    hardline,
  ]
  const constants = [
    constant('The title, for people.', 'title', title),
    constant('The name of services, tables, buckets and stacks.', 'name', name),
    constant('The name of types, classes and metrics.', 'identifier', identifier),
    constant('The name of variables in examples.', 'variable', variable),
    constant('The scopes that an access token can carry.', 'scopes: readonly string[]', scopes),
  ]
  return print(join(hardline, constants))
}
