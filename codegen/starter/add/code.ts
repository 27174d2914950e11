// The code of a new resource: its operations and its repository.
import { hasDefault, type NewResource } from './resource.ts'
import { capitalize } from '../../identifiers.ts'

export function renderOperations(resource: NewResource): string {
  const { words, filter } = resource
  const { property, schema, schemas, id, one, many, name } = words
  const start = hasDefault(resource) ? ` ${filter.name}: '${String(filter.values[0])}',` : ''
  return `// Operations on ${many}.
import { acceptedRevisions } from '../http/etag.ts'
import { bodyHash, newId } from '../http/idempotency.ts'
import { pageOf } from '../http/page.ts'
import type { Operation } from '../operation.ts'
import { isTimedPosition } from '../repositories/positions.ts'
import { changed, created, found, ok, original, unchanged } from './results.ts'

export const create${schema}: Operation<'create${schema}'> = async ({ body, headers }, { ${property}, caller }) => {
  const ${id} = newId('create${schema}', caller.id, headers['idempotency-key'])
  const { stored, outcome } = original(await ${property}.create({ ${id},${start} ...body }, bodyHash(body)))
  return created(\`/${name}/\${${id}}\`, stored, outcome)
}

export const list${schemas}: Operation<'list${schemas}'> = async ({ query }, { ${property} }) => {
  const { page, next } = pageOf(['list${schemas}', query.${filter.name}], query, isTimedPosition)
  const list = await ${property}.list(query.${filter.name}, page)
  return { status: 200, body: { ${property}: list.items, ...next(list.next) } }
}

export const get${schema}: Operation<'get${schema}'> = async ({ path: { ${id} } }, { ${property} }) =>
  ok(found(await ${property}.get(${id}), \`${one} \${${id}}\`))

export const update${schema}: Operation<'update${schema}'> = async ({ path: { ${id} }, headers, body }, { ${property} }) => {
  const change = await ${property}.update(${id}, body, acceptedRevisions(headers['if-match']))
  return ok(changed(change, \`${one} \${${id}}\`))
}

export const delete${schema}: Operation<'delete${schema}'> = async ({ path: { ${id} }, headers }, { ${property} }) => {
  const outcome = await ${property}.delete(${id}, acceptedRevisions(headers['if-match']))
  if (outcome !== 'deleted') throw unchanged(outcome, \`${one} \${${id}}\`)
  return { status: 204 }
}
`
}

export function renderRepository({ words, filter }: NewResource): string {
  const { property, schema, schemas, id, one, many } = words
  return `// ${capitalize(many)} as they are stored.
import type { components } from '../../generated/api.ts'
import { validators } from '../../generated/validators/index.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import { tables } from './tables.ts'
import type { ReportBroken } from './valid-items.ts'

type ${schema} = components['schemas']['${schema}']

export function create${schemas}<Table>(table: Table, shards: number, report?: ReportBroken) {
  const verbs = storedItems<${schema}>({
    resource: '${one}',
    idMember: tables.${property}.partitionKey,
    filter: { member: '${filter.name}', index: 'by${capitalize(filter.name)}' },
    sortKeyOf: ({ createdAt, ${id} }) => \`\${createdAt}#\${${id}}\`,
    newestFirst: true,
    shards,
    validator: async () => (await validators.get${schema}()).get${schema}.answer,
    report,
  })
  return createRepository(verbs, table)
}
`
}
