// Programs that import a part of the package, and what a bundle of them must have and must not have.
import contract from '../../generated/openapi.json' with { type: 'json' }

export type Bundling = {
  what: string
  code: string
  /** Texts of the bundle; with none of either it must be empty. */
  has: RegExp[]
  hasNot: RegExp[]
}

const name = '@frontdesk/client-sdk'
export const entries = ['', '/browser-auth', '/query', '/react-query', '/msw', '/validate', '/zod'].map(
  (entry) => name + entry,
)

/** The path of a resource, other than those of the machinery. */
const resources = new RegExp(
  contract.tags
    .filter(({ name: tag }) => !['system', 'mcp', 'chat'].includes(tag))
    .map(({ name: tag }) => `['"\`]/${tag}\\b`)
    .join('|'),
)
const uploads = /octet-stream/
const validators = /instancePath/
const zod = /ZodEnum/

export const bundlings: Bundling[] = [
  ...entries.map((entry) => ({ what: `import '${entry}'`, code: `import '${entry}'`, has: [], hasNot: [] })),
  {
    what: 'imports that nobody uses',
    code: `
      import { cases, createFrontdesk, NotFoundError } from '${name}'
      import { Case } from '${name}/zod'
      import { answers } from '${name}/validate'
      import { getCaseQueryOptions } from '${name}/query'`,
    has: [],
    hasNot: [],
  },
  {
    what: 'the client alone',
    code: `import { createClient } from '${name}'; console.log(createClient)`,
    has: [/idempotency-key/],
    hasNot: [resources, uploads, validators, zod],
  },
  {
    what: 'one resource without uploads',
    code: `import { createClient, system } from '${name}'; console.log(system(createClient({ baseUrl: '/' })))`,
    has: [/\/status/],
    hasNot: [resources, uploads, validators, zod],
  },
  {
    what: 'the whole client',
    code: `import { createFrontdesk } from '${name}'; console.log(createFrontdesk)`,
    has: [resources, uploads],
    hasNot: [validators, zod],
  },
  {
    what: 'the whole client with validation',
    code: `import { createFrontdesk } from '${name}'; import { answers } from '${name}/validate'
      console.log(createFrontdesk({ baseUrl: '/', validate: answers }))`,
    has: [resources, validators],
    hasNot: [zod],
  },
  {
    what: 'one zod schema',
    code: `import { CaseStatus } from '${name}/zod'; console.log(CaseStatus)`,
    has: [/in_progress/, zod],
    hasNot: [/scheduled/, /timed_out/, validators, resources],
  },
]

/** What is wrong with a bundle, in words. */
export function faultsOf({ what, has, hasNot }: Bundling, bundle: string): string[] {
  const rest = bundle
    .replaceAll(/^\s*(\/\/.*|['"]use strict['"];?|export \{\};?|\(\(\) => \{|\}\)\(\);?)\s*$/gm, '')
    .trim()
  if (has.length === 0) return rest === '' ? [] : [`${what}: ${rest.length} characters are left: ${rest.slice(0, 200)}`]
  return [
    ...has.filter((text) => !text.test(bundle)).map((text) => `${what}: no ${String(text)}`),
    ...hasNot.filter((text) => text.test(bundle)).map((text) => `${what}: ${String(text)}`),
  ]
}
