// The Python samples of the docs. `npm run test:python` runs each of them as printed.
import { expect, test } from 'vitest'
import { namesIn } from '../contract-names.ts'
import { readModel } from '../read.ts'
import { packageNameOf } from './manifest.ts'
import { pythonSample } from './sample.ts'
import { snakeName } from './snake-name.ts'

const model = await readModel()
const { type, variable } = namesIn(model).client
const [client, module] = [snakeName(variable), packageNameOf(model)]

test('a sample is a program', () => {
  expect(pythonSample(model, { operationId: 'updateCase' })).toBe(
    `import os
import uuid

from ${module} import ${type}
from ${module}.models import CasePatch

${client} = ${type}("http://localhost:3000", token=os.environ["TOKEN"])
result = ${client}.cases.update(
    uuid.UUID("0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10"),
    CasePatch.from_dict({"status": "resolved"}),
)
print(result)`,
  )
})

test.each([
  ['listCases', `for item in ${client}.cases.list(status=CaseStatus("open"), limit=25):\n    print(item)`],
  ['getCustomer', `${type}("http://localhost:3000", api_key=os.environ["API_KEY"])`],
  ['getOpenApi', `${client} = ${type}("http://localhost:3000")\n`],
  ['deleteCustomer', `\n${client}.customers.delete("c-1042")`],
  ['chat', `result = ${client}.chat(ChatInput.from_dict(`],
  ['chatStream', `for event in ${client}.chat.stream(`],
  ['getCaseUploadUrl', '    "…".encode(),\n    file_name="receipt.pdf",\n    content_type="application/pdf",\n'],
])('%s shows %s', (operationId, part) => {
  expect(pythonSample(model, { operationId })).toContain(part)
})

test('every operation of the SDK has one, and no other', () => {
  const sampled = model.operations.filter((operation) => pythonSample(model, operation) !== undefined)
  expect(sampled).toEqual(model.operations.filter(({ sdk }) => !sdk.omit))
})
