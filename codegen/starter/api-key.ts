// The credential of systems: it is in the contract while an operation takes it. The linter refuses what nothing uses.
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const scheme = `    apiKey:
      type: apiKey
      in: header
      name: x-api-key
      description: A key of the usage plan, checked by API Gateway before the request reaches the service.
`

const response = `  Forbidden:
    description: The API key is missing or not accepted.
    content:
      application/problem+json:
        schema: { $ref: '#/schemas/Problem' }
        example:
          type: /docs/problems/forbidden
          title: Forbidden
          status: 403
          detail: This operation needs an API key in x-api-key.
          instance: /items/c-1042
          requestId: 7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11
          error: Forbidden
          message: This operation needs an API key in x-api-key.
`

const schemes = /^ {4}apiKey:\n(?: {6}.*\n)+/m
const responses = /^ {2}Forbidden:\n(?: {4}.*\n)+/m

/** Takes it out when no operation takes it any more. */
export async function removeUnusedApiKey(copy: string): Promise<void> {
  const files = (await readdir(join(copy, 'spec'))).filter((name) => name.endsWith('.yaml'))
  const texts = await Promise.all(files.map((name) => readFile(join(copy, 'spec', name), 'utf8')))
  if (texts.some((text) => /security: .*\bapiKey:|^ +- apiKey:/m.test(text))) return
  await edit(copy, 'spec/openapi.yaml', (yaml) => yaml.replace(schemes, ''))
  await edit(copy, 'spec/problem.yaml', (yaml) => yaml.replace(responses, ''))
}

/** Puts it into the contract for the first operation that takes it. */
export async function addApiKey(copy: string): Promise<void> {
  await edit(copy, 'spec/openapi.yaml', (yaml) =>
    schemes.test(yaml) ? yaml : yaml.replace(/^ {2}securitySchemes:\n(?: {4}.*\n)+/m, (found) => found + scheme),
  )
  await edit(copy, 'spec/problem.yaml', (yaml) =>
    responses.test(yaml) ? yaml : yaml.replace(/^ {2}NotFound:\n/m, (found) => response + found),
  )
}

async function edit(copy: string, path: string, change: (yaml: string) => string) {
  const file = join(copy, path)
  if (!existsSync(file)) return
  await writeFile(file, change(await readFile(file, 'utf8')))
}
