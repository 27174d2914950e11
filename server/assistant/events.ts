// What happens while the assistant answers, in order.
import type { Usage } from '../services/assistant.ts'
import type { Members } from '../tools/members.ts'

/** A read that has run, with the rights of the caller. */
export type Call = { operationId: string; arguments: Members; status: number }

/** A change that only the person can make. */
export type Proposal = { operationId: string; arguments: Members; summary: string }

export type ChatEvent =
  | { type: 'text'; text: string }
  | ({ type: 'call' } & Call)
  | ({ type: 'proposal' } & Proposal)
  | { type: 'done'; stopReason: string; usage: Usage }
