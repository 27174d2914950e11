// Clients with short waits, and the contract's example of a case, for tests.
import contract from '../../generated/openapi.json' with { type: 'json' }
import { createClient, createFrontdesk, type Case, type ClientOptions } from '../src/index.ts'

const settings = { token: 'a-token', apiKey: 'a-key', baseDelay: 5, maxDelay: 20 }

export const impatient = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  createFrontdesk({ baseUrl, ...settings, ...options })

/** The client without resources: it sends operations that no contract has. */
export const impatientClient = (baseUrl: string) => createClient({ baseUrl, ...settings })

/** The reason of the rejection. A promise that does not reject fails the test. */
export const failure = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    (value) => {
      throw new Error(`no failure but ${JSON.stringify(value)}`)
    },
    (reason: unknown) => reason,
  )

const { example } = contract.paths['/cases'].post.responses['201'].content['application/json']
// Safe cast: the linter of the contract validates its examples.
export const aCase = example as Case
