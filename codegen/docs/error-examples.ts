// The examples of failures, as each operation has them: its own path, its own id, its own scope, a fault of its own.
import { methods, type Contract } from '../contract.ts'
import type { Answer, Model, Operation } from '../model.ts'
import { scopesOf } from '../model/scopes.ts'
import { brokenRequest } from './broken-request.ts'
import { pathText } from './parameter-text.ts'

type Problem = Record<string, unknown> & { type: string; detail: string; instance: string }

const isProblem = (value: unknown): value is Problem => {
  const { type, detail, instance } = (value ?? {}) as Partial<Record<keyof Problem, unknown>>
  return [type, detail, instance].every((text) => typeof text === 'string')
}

export type Failure = { status: number; slug: string; description: string; request: string; example: unknown }

/** The failures that the contract documents for the operation. */
export function failuresOf(operation: Operation): Failure[] {
  return operation.answers
    .filter(({ status }) => status >= 400)
    .flatMap((answer): Failure[] => {
      const examples = answer.content.flatMap(({ examples: written }) => written)
      const { description, status } = answer
      const found = examples.length > 0 ? examples : [undefined]
      return found.map((example) => {
        const own = ownProblem(operation, answer, example)
        const slug = isProblem(own) ? (own.type.split('/').at(-1) ?? '') : ''
        return { status, slug, description, request: requestOf(operation, status), example: own }
      })
    })
}

/** The request line that leads to the failure. */
function requestOf(operation: Operation, status: number): string {
  const { path, query } = brokenRequest(operation)
  return `${operation.method.toUpperCase()} ${path}${status === 400 ? query : ''}`
}

/** Problems only: an example of another form is shown as the contract has it. */
function ownProblem(operation: Operation, { name, status }: Answer, example: unknown): unknown {
  // An operation that writes a failure of its own has an example of its own.
  if (!isProblem(example) || name === undefined) return example
  const { detail, errors } = { detail: example.detail, errors: example.errors, ...ownWords(operation, status) }
  const instance = pathText(operation.path, operation.parameters)
  return {
    ...example,
    detail,
    instance,
    ...(errors !== undefined && { errors }),
    ...('message' in example && { message: detail }),
  }
}

function ownWords(operation: Operation, status: number): { detail?: string; errors?: unknown } {
  if (status === 400) {
    const { fault } = brokenRequest(operation)
    const place = 'pointer' in fault ? fault.pointer : fault.parameter
    return { detail: `The request does not match the contract: ${place} ${fault.detail}.`, errors: [fault] }
  }
  const scopes = scopesOf(operation)
  if (status === 403 && scopes.length > 0) return { detail: `This operation needs the scope ${scopes.join(' or ')}.` }
  if (status === 404) return { detail: `There is no ${itemOf(operation) ?? 'such route'}.` }
  return {}
}

/** The item that the path names: `case 0d8b…` of /cases/{caseId}. */
function itemOf({ path, parameters }: Operation): string | undefined {
  const [, name] = [...path.matchAll(/\{([^}]+)\}/g)].at(-1) ?? []
  if (name === undefined) return undefined
  const collection =
    path
      .slice(0, path.indexOf(`/{${name}}`))
      .split('/')
      .at(-1) ?? ''
  // In words, as the operations say it: workOrderId → work order.
  const noun = /^(.+)Id$/.exec(name)?.[1]?.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${noun ?? collection.replace(/s$/, '')} ${decodeURIComponent(pathText(`{${name}}`, parameters))}`
}

/** The document with each operation's own examples in the place of those that all share. */
export function withOwnFailures(model: Model, document: Contract): Contract {
  const operations = new Map(model.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]))
  const paths = structuredClone(document.paths)
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const written = item?.[method]
      const operation = operations.get(`${method} ${path}`)
      if (!written || !operation) continue
      for (const answer of operation.answers) {
        if (answer.status < 400 || answer.name === undefined) continue
        written.responses[answer.key] = ownAnswer(model, operation, answer)
      }
    }
  }
  return { ...document, paths }
}

function ownAnswer(model: Model, operation: Operation, answer: Answer) {
  const shared = model.document.components?.responses?.[answer.name ?? '']
  if (!shared || '$ref' in shared) throw new Error(`The contract has no answer ${String(answer.name)}.`)
  const content = Object.entries(shared.content ?? {}).map(([type, { example, examples, ...media }]) => {
    const named = Object.entries(examples ?? {}).map(([name, one]) => [
      name,
      '$ref' in one ? one : { ...one, value: ownProblem(operation, answer, one.value) },
    ])
    const single = example === undefined ? {} : { example: ownProblem(operation, answer, example) }
    return [
      type,
      { ...media, ...single, ...(named.length > 0 && { examples: Object.fromEntries(named) as typeof examples }) },
    ]
  })
  // Safe cast: the pairs are made from those of the same kind above.
  const own = Object.fromEntries(content) as NonNullable<typeof shared.content>
  return content.length > 0 ? { ...shared, content: own } : shared
}
