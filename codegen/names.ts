// generated/names.ts: the project's own names and its scopes, so that no other code spells them.
import type { Model } from './model.ts'
import { comment } from './typescript/comment.ts'
import { valueOf } from './typescript/literal.ts'
import { hardline, join, print, type Doc } from './typescript/print.ts'

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
