// npm run add -- resource: the answers, their faults, and what to edit next.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isFreeType, isFreeVariable } from '../../identifiers.ts'
import { answerTo, canAsk, chosen } from '../ask.ts'
import { Refusal } from '../failure.ts'
import { finish, tell } from '../finish.ts'
import { expectClean } from '../git.ts'
import { resourcesOf } from '../resources.ts'
import { inCopy, readText } from '../tree.ts'
import { accessOf, scopesOf } from './access.ts'
import { addResource, pathsOf } from './add.ts'
import { fieldsOf, filteredBy, usualFields } from './fields.ts'
import { expectFree, isTakenInCode } from './free.ts'
import { accesses, type NewResource } from './resource.ts'
import { wordsOf } from './words.ts'

type Given = {
  fields?: string | undefined
  'list-by'?: string | undefined
  access?: string | undefined
  'dry-run': boolean
}

/** Paths that API Gateway, the local cloud and the documentation have. */
const takenPaths = new Set(['ping', 'sping', 'docs', 'local-cloud', 'openapi'])

export async function addResourceCommand(root: string, name: string | undefined, given: Given): Promise<void> {
  const wasAsked = name === undefined
  const resourceName = await answerTo(name, 'Which resource? As in npm run add -- resource tickets.', {
    message: 'The name of the resource, a plural',
    placeholder: 'tickets',
    check: (answer) => checkName(root, answer),
  })
  checkName(root, resourceName)
  const words = wordsOf(resourceName)
  const asks = wasAsked && canAsk()
  const fields = asks && given.fields === undefined ? await askForFields(words.id) : (given.fields ?? usualFields)
  const access = accessOf(
    asks && given.access === undefined ? await chosen('Who may call it?', accesses) : given.access,
  )
  const resource: NewResource = {
    words,
    ...filteredBy(fieldsOf(fields, words.id), given['list-by']),
    access,
    scopes: scopesOf(root),
    takenConstants: constantsOf(root),
  }
  expectFree(root, resource)
  await expectClean(root)
  await inCopy(root, async (copy) => {
    await addResource(copy, resource, tell)
    await finish(root, copy, given['dry-run'])
  })
  if (!given['dry-run']) process.stdout.write(nextSteps(resource))
}

const askForFields = (id: string) =>
  answerTo(undefined, '', {
    message: 'Its fields',
    placeholder: usualFields,
    check: (answer) => fieldsOf(answer, id),
  })

function checkName(root: string, name: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length > 40) {
    throw new Refusal(
      `${name.trim() || 'An empty text'} is no name of a resource: it is kebab-case, as tickets or work-orders.`,
    )
  }
  const resources = resourcesOf(root)
  if (resources.some((one) => one.name === name))
    throw new Refusal(`There is a resource ${name} already. Take another name.`)
  const { property, schema, variable } = wordsOf(name)
  const existing = resources.find((one) => one.property === property)
  if (existing) throw new Refusal(`There is a resource ${existing.name} already. Take another name.`)
  if (!isFreeVariable(property) || !isFreeVariable(variable) || !isFreeType(schema) || takenPaths.has(name)) {
    throw new Refusal(
      `${name} is reserved: a variable, a type or a path of that name has another meaning. Take another name.`,
    )
  }
  const dependencies = readText(root, 'server/dependencies.ts')
  if (new RegExp(`^ +${property}[:,(]`, 'm').test(dependencies) || isTakenInCode(property, variable)) {
    throw new Refusal(
      `${name} is reserved: the code of a resource has ${property} or ${variable} already. Take another name.`,
    )
  }
  const file = Object.values(pathsOf(name)).find((path) => existsSync(join(root, path)))
  if (file !== undefined) throw new Refusal(`${name} is reserved: there is a file ${file} already. Take another name.`)
  const document = readText(root, 'generated/openapi.json')
  if (new RegExp(`"(${schema}(Id|Input|Patch|List)?)": \\{`).test(document)) {
    throw new Refusal(`The contract has a schema ${schema} already, or one that begins so. Take another name.`)
  }
}

/** The values of all enums, as the constants that other languages make of them. */
export function constantsOf(root: string): Set<string> {
  // Safe cast: `npm run generate` has written this file from a contract that it has checked.
  const { components } = JSON.parse(readText(root, 'generated/openapi.json')) as {
    components?: { schemas?: Record<string, { enum?: unknown[]; 'x-enum-varnames'?: unknown[] }> }
  }
  const values = Object.values(components?.schemas ?? {}).flatMap(
    (schema) => schema['x-enum-varnames'] ?? schema.enum ?? [],
  )
  return new Set(
    values.map((value) =>
      String(value)
        .replace(/[^A-Za-z0-9]/g, '')
        .toLowerCase(),
    ),
  )
}

const nextSteps = ({ words: { name, many } }: NewResource) => `
Next:
  spec/${name}.yaml                     say what ${many} are, and change their fields; then npm run generate
  spec/guides/${name}.md                what readers of the documentation should know
  server/operations/${name}.ts          what your operations decide
  server/operations/${name}.test.ts     what must stay so
npm test is green now. npm start -- --watch shows each edit.
`
