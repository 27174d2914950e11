// Contracts of others that are hard for a package of Python: names that it takes itself, and what its generator cannot read.
import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'

const job = { $ref: '#/components/schemas/Job' }
const inline = { type: 'object', properties: { id: { type: 'string' } } }
const parameter = (name: string, place: string, more = {}) => ({
  ...{ name, in: place, description: 'A value.', required: place === 'path' },
  schema: { type: 'string', ...more },
})
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const operation = (operationId: string, responses: object, more = {}) => ({
  ...{ operationId, tags: ['jobs'], summary: 'A job', description: 'One job.', ...more },
  responses,
})
const described = (more = {}) => ({ description: 'The job.', ...more })

const contract = (paths: object, schemas = {}) => ({
  openapi: '3.0.3',
  info: { title: 'Jobs', version: '1.0.0', description: 'Jobs.' },
  servers: [{ url: 'https://jobs.example' }],
  tags: [{ name: 'jobs', description: 'Jobs.' }],
  paths,
  components: { schemas: { Job: inline, ...schemas } },
})

/** The options of a call are parameters of this contract too, and its answers have all kinds of statuses. */
export const names = contract({
  '/jobs/{options}': {
    parameters: [parameter('options', 'path')],
    get: operation(
      'getJob',
      { 200: described(json(job)), 202: described() },
      {
        parameters: ['timeout', 'headers', 'self'].map((name) => parameter(name, 'query')),
      },
    ),
    put: operation(
      'putJob',
      { 200: described() },
      { parameters: [parameter('maxRetries', 'query')], requestBody: { required: true, ...json(job) } },
    ),
  },
  '/any': { get: operation('getAny', { 200: described(json({})) }) },
  '/default': { get: operation('getDefault', { default: described(json(job)) }) },
  '/range': { get: operation('getRange', { '2XX': described(json(job)) }) },
})

/** Each of them has a part that openapi-python-client cannot read, and the words that the command ends with. */
export const unreadable: [contract: object, words: RegExp][] = [
  [
    contract({ '/page': { get: operation('getPage', { 200: described({ content: { 'image/png': {} } }) }) } }),
    /cannot read an answer of getPage/,
  ],
  [
    contract({
      '/jobs': {
        put: operation(
          'putJobs',
          { 200: described() },
          { parameters: [parameter('body', 'query')], requestBody: { required: true, ...json(job) } },
        ),
      },
    }),
    /takes no parameter body beside the body of putJobs/,
  ],
  [
    contract(
      { '/jobs': { get: operation('getJobs', { 200: described(json({ $ref: '#/components/schemas/Holder' })) }) } },
      {
        Both: { anyOf: ['a', 'b'].map((name) => ({ type: 'object', title: 'Same', properties: { [name]: job } })) },
        Holder: { type: 'object', properties: { both: { $ref: '#/components/schemas/Both' } } },
      },
    ),
    /cannot read the contract: .*Holder/,
  ],
]

/** Writes a contract as a file, and gives its path. */
export async function writeContract(folder: string, content: object): Promise<string> {
  const file = join(folder, 'contract.json')
  await writeFile(file, JSON.stringify(content))
  return file
}
