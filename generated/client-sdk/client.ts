// Generated from spec/ by `npm run generate`. Do not edit.

import { createClient, type Client } from '../../client-sdk/src/client.ts'
import type { ClientOptions, SomeOf } from '../../client-sdk/src/options.ts'
import type { Requester } from '../../client-sdk/src/request.ts'
import { cases, type Cases } from './cases.ts'
import { events, type Events } from './events.ts'
import { products, type Products } from './products.ts'
import { customers, type Customers } from './customers.ts'
import { workflow, type Workflow } from './workflow.ts'
import { chat, type Chat } from './chat.ts'
import { sampleData, type SampleData } from './sample-data.ts'
import { system, type System } from './system.ts'

/** The Frontdesk API: one member per resource, and `request` for anything else. */
export interface Frontdesk extends Requester {
  /** Requests that someone has to work on, with their files. */
  cases: Cases
  /** Occasions that the organisation holds. Anyone may read them; writing needs a user. */
  events: Events
  /** The catalogue, in which the client names each product. */
  products: Products
  /** A register of customer ids, kept by the systems that hold an API key. */
  customers: Customers
  /** The state machine that makes sure that a customer exists, and what became of each execution. */
  workflow: Workflow
  /** Answers of a language model to questions about the back office. */
  chat: Chat
  /** Made-up users and orders to build against. */
  sampleData: SampleData
  /** The service's own state and its contract. */
  system: System
  /** A part of every key in the cache of TanStack Query. */
  readonly cacheScope: string
  /** Another client with these options on top. What both can share they share, such as a token refresh. */
  withOptions(options: SomeOf<ClientOptions>): Frontdesk
}

/**
 * The client of the Frontdesk API.
 *
 * @example
 * ```ts
 * const frontdesk = createFrontdesk({ baseUrl: 'https://api.frontdesk.example', token: () => session.idToken() })
 * const result = await frontdesk.cases.create({
 *   description: 'The kiosk at gate A4 does not print tickets.',
 *   metadata: { site: 'A4', priority: 'high' },
 * })
 * console.log(result)
 * ```
 */
export function createFrontdesk(options: ClientOptions): Frontdesk {
  const clientOf = (client: Client): Frontdesk => ({
    cases: cases(client),
    events: events(client),
    products: products(client),
    customers: customers(client),
    workflow: workflow(client),
    chat: chat(client),
    sampleData: sampleData(client),
    system: system(client),
    cacheScope: client.cacheScope,
    request: client.request,
    withOptions: (newOptions) => clientOf(client.withOptions(newOptions)),
  })
  return clientOf(createClient(options))
}
