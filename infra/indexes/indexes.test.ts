// The guard before two index changes in one deployment: what it refuses, and the order that it says.
import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { tables, type TableDefinition } from '../../server/repositories/tables.ts'
import { goldenFile } from '../golden.ts'
import { acceptedTemplate, deployedTemplate, refuseIndexChanges } from './guard.ts'
import { indexesOfCode, indexesOfTemplate } from './index-changes.ts'

const definition = (indexes: Record<string, string>): TableDefinition => ({
  environmentVariable: 'X',
  partitionKey: 'id',
  actions: {},
  indexes: Object.fromEntries(
    Object.entries(indexes).map(([name, partitionKey]) => [name, { partitionKey, sortKey: 'sortKey' }]),
  ),
})

/** A template as it is deployed, with the hashes of the logical ids. */
const deployed = (indexes: Record<string, string>) => ({
  Resources: {
    TablesThings1A2B3C4D: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        ...(Object.keys(indexes).length > 0 && {
          GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, key]) => ({
            IndexName,
            KeySchema: [
              { AttributeName: key, KeyType: 'HASH' },
              { AttributeName: 'sortKey', KeyType: 'RANGE' },
            ],
          })),
        }),
      },
    },
  },
})

const refuse = (before: Record<string, string>, after: Record<string, string>) =>
  refuseIndexChanges(deployed(before), { things: definition(after) })

test.each([
  ['nothing changes', { a: 'x' }, { a: 'x' }],
  ['one is added', { a: 'x' }, { a: 'x', b: 'y' }],
  ['the first is added', {}, { a: 'x' }],
  ['one is removed', { a: 'x', b: 'y' }, { a: 'x' }],
])('%s: that is one deployment', (_what, before, after) => {
  expect(() => refuse(before, after)).not.toThrow()
})

test.each([
  ['two are added', {}, { a: 'x', b: 'y' }, ['add a (x, sortKey)', 'add b (y, sortKey)']],
  ['two are removed', { a: 'x', b: 'y' }, {}, ['remove a (x, sortKey)', 'remove b (y, sortKey)']],
  [
    'one takes the place of another',
    { a: 'x' },
    { b: 'y' },
    ['add b (y, sortKey)', 'release the code that reads the new index', 'remove a (x, sortKey)'],
  ],
  [
    'one gets other keys',
    { a: 'x' },
    { a: 'y' },
    [
      'add a under a new name, with the keys y, sortKey',
      'release the code that reads the new index',
      'remove a (x, sortKey)',
    ],
  ],
])('%s: that is refused, with the order', (_what, before, after, order) => {
  const steps = order.map((step, n) => `  ${n + 1}. ${step}`).join('\n')
  expect(() => refuse(before, after)).toThrow(/^Things: this deployment changes more than one index/)
  expect(() => refuse(before, after)).toThrow(steps)
})

test('one change of each of two tables is one deployment, and a new table has all its indexes at once', () => {
  const both = {
    Resources: { ...deployed({}).Resources, TablesOthers1A2B3C4D: deployed({}).Resources.TablesThings1A2B3C4D },
  }
  const [one, two] = [definition({ a: 'x' }), definition({ a: 'x', b: 'y' })]
  expect(() => refuseIndexChanges(both, { things: one, others: one })).not.toThrow()
  expect(() => refuseIndexChanges(both, { things: one, fresh: two })).not.toThrow()
  expect(() => refuseIndexChanges(both, { things: two, others: two })).toThrow(/Things: [^]*\n\nOthers: /)
  expect(() => refuseIndexChanges({}, { things: two })).not.toThrow()
})

test('the accepted templates have the indexes of the code', async () => {
  for (const stage of ['dev', 'staging', 'prod']) {
    const accepted = indexesOfTemplate(await acceptedTemplate(goldenFile(process.cwd(), stage)))
    expect(accepted).toEqual(indexesOfCode(tables))
  }
  expect(await acceptedTemplate(goldenFile(process.cwd(), 'pr-1'))).toEqual({})
})

let close = () => Promise.resolve()
afterEach(() => close())

/** CloudFormation's answer to GetTemplate. */
async function cloudFormation(status: number, body: string) {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
  })
  const url = await listen(server)
  const before = { ...process.env }
  Object.assign(process.env, { AWS_ENDPOINT_URL_CLOUDFORMATION: url, AWS_REGION: 'us-east-1' })
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })
  close = async () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
    await stopNow(server)
  }
}

test('the deployed template is asked of CloudFormation', async () => {
  const body = JSON.stringify(deployed({ a: 'x' })).replaceAll('"', '&quot;')
  await cloudFormation(
    200,
    `<GetTemplateResponse><GetTemplateResult><TemplateBody>${body}</TemplateBody></GetTemplateResult></GetTemplateResponse>`,
  )
  expect(indexesOfTemplate(await deployedTemplate('frontdesk-dev'))).toEqual({ TablesThings: { a: 'x, sortKey' } })
})

test('a stack that does not exist has no indexes, and any other failure is told', async () => {
  const error = (message: string) =>
    `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`
  await cloudFormation(400, error('Stack with id frontdesk-dev does not exist'))
  expect(await deployedTemplate('frontdesk-dev')).toEqual({})
  await close()
  await cloudFormation(400, error('no rights'))
  await expect(deployedTemplate('frontdesk-dev')).rejects.toThrow('no rights')
})
