// The protocols that an operation can speak inside HTTP (x-protocol), and what the house's rules expect of it instead.
import type { Protocol } from '../contract.ts'

const [json, problem] = ['application/json', 'application/problem+json']

type Expected = {
  /** The media types of the answers whose form is the protocol's. Others are those of every operation. */
  answers: Record<string, readonly string[]>
}

const protocols: Record<Protocol, Expected> = {
  // A notification has no answer (202). Errors in a message are messages. HTTP's own errors are problems.
  'json-rpc': { answers: { '202': [], '400': [json, problem], '404': [json] } },
}

type Speaking = { 'x-protocol'?: unknown }

const protocolOf = ({ 'x-protocol': name }: Speaking): Expected | undefined =>
  Object.entries(protocols).find(([protocol]) => protocol === name)?.[1]

/** Whether the operation speaks a protocol: it reads the messages itself, and each needs its own rights. */
export const speaksProtocol = (operation: Speaking): boolean => protocolOf(operation) !== undefined

/** The media types that the protocol of the operation expects for a status; undefined: it says nothing about it. */
export const answersOf = (operation: Speaking, status: string): readonly string[] | undefined =>
  protocolOf(operation)?.answers[status]
