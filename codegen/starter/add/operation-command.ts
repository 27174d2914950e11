// npm run add -- operation: the answers, their faults, and what to edit next.
import { answerTo } from '../ask.ts'
import { Refusal } from '../failure.ts'
import { finish, tell } from '../finish.ts'
import { expectClean } from '../git.ts'
import { machinery, resourcesOf } from '../resources.ts'
import { inCopy } from '../tree.ts'
import { accessOf, scopesOf } from './access.ts'
import { addOperation, checkOperationId, itemOf, requestOf } from './operation.ts'

type Given = { path?: string | undefined; access?: string | undefined; 'dry-run': boolean }

export async function addOperationCommand(root: string, name: string | undefined, given: Given): Promise<void> {
  const resources = resourcesOf(root)
  const taken = resources.flatMap(({ operationIds }) => operationIds)
  const id = await answerTo(name, 'Which operation? As in npm run add -- operation archiveTicket --path …', {
    message: 'The operationId',
    placeholder: 'archiveTicket',
    check: (answer) => checkOperationId(answer, taken),
  })
  checkOperationId(id, taken)
  const request = await answerTo(
    given.path,
    `The path of ${id} is missing: --path 'POST /tickets/{ticketId}/archive'.`,
    {
      message: 'Its method and path',
      placeholder: 'POST /tickets/{ticketId}/archive',
      check: requestOf,
    },
  )
  const { method, path } = requestOf(request)
  const resource = resources.find((one) => one.paths.some((own) => own === path || path.startsWith(`${own}/`)))
  if (!resource || machinery.has(resource.name)) {
    throw new Refusal(`${path} is below no resource of this project. npm run add -- resource makes one.`)
  }
  const exists = resource.operations.some((one) => one.path === path && one.method === method.toUpperCase())
  if (exists) throw new Refusal(`There is an operation ${method.toUpperCase()} ${path} already. Take another path.`)
  const operation = {
    id,
    method,
    path,
    resource,
    access: accessOf(given.access),
    scopes: scopesOf(root),
    item: itemOf(root, resource, path),
  }
  await expectClean(root)
  await inCopy(root, async (copy) => {
    await addOperation(copy, operation, tell)
    await finish(root, copy, given['dry-run'])
  })
  if (given['dry-run']) return
  process.stdout.write(`
Next:
  spec/${resource.name}.yaml                  what ${id} takes and answers; then npm run generate
  server/operations/${resource.name}.ts       what it does: until then it answers with the item
  server/operations/${resource.name}.test.ts  what must stay so
npm test is green now. Its calls to AWS are in server/cost.test.ts and docs/costs.md.
`)
}
