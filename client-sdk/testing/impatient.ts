// A client whose waits are short, for tests.
import { createFrontdesk, type ClientOptions } from '../src/index.ts'

export const impatient = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  createFrontdesk({ baseUrl, token: 'a-token', apiKey: 'a-key', baseDelay: 5, maxDelay: 20, ...options })

/** What the promise is rejected with; a promise that is kept is a failure of the test. */
export const failure = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    (value) => {
      throw new Error(`no failure but ${JSON.stringify(value)}`)
    },
    (reason: unknown) => reason,
  )

export const aCase = {
  caseId: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
  description: 'Broken kiosk',
  status: 'open',
  createdAt: '2026-11-20T09:30:00.000Z',
  updatedAt: '2026-11-20T09:30:00.000Z',
} as const
