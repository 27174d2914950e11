// Answers an operation of DynamoDB without HTTP, in the steps of dynalite's own server: types, validation, action.
import type { Store } from 'dynalite/db/index.js'
import deleteItem from 'dynalite/actions/deleteItem.js'
import getItem from 'dynalite/actions/getItem.js'
import putItem from 'dynalite/actions/putItem.js'
import query from 'dynalite/actions/query.js'
import updateItem from 'dynalite/actions/updateItem.js'
import { checkTypes, checkValidations } from 'dynalite/validations/index.js'
import deleteItemRules from 'dynalite/validations/deleteItem.js'
import getItemRules from 'dynalite/validations/getItem.js'
import putItemRules from 'dynalite/validations/putItem.js'
import queryRules from 'dynalite/validations/query.js'
import updateItemRules from 'dynalite/validations/updateItem.js'

export type Answer = { status: number; headers: Record<string, string>; body: Buffer }

/** Answers an operation whose parameters are this JSON. It must be one of those that `operatesOn` names. */
export type Operate = (operation: string, body: string) => Promise<Answer>

type Operation = { act: typeof getItem; rules: typeof getItemRules }

/** The operations of the service. */
const operations = new Map<string, Operation>([
  ['GetItem', { act: getItem, rules: getItemRules }],
  ['PutItem', { act: putItem, rules: putItemRules }],
  ['UpdateItem', { act: updateItem, rules: updateItemRules }],
  ['DeleteItem', { act: deleteItem, rules: deleteItemRules }],
  ['Query', { act: query, rules: queryRules }],
])

/** Those of them that change an item. */
export const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem'])

/** An error that dynalite answers. */
type Refusal = Error & { statusCode?: number; body: object }

export const answerOf = (body: object, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
})

/** The answer after a fault of the emulator, such as a full disk. The SDK repeats such a request. */
export const serverError = (error: unknown): Answer =>
  answerOf({ __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: String(error) }, 500)

export const operatesOn = (operation: string) => operations.has(operation)

export function createOperate(store: Store): Operate {
  return (operation, body) => {
    const found = operations.get(operation)
    return found ? run(store, found, body) : Promise.reject(new Error(`${operation} has to come over HTTP.`))
  }
}

function run(store: Store, { act, rules }: Operation, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Refusal) => {
      if (error.statusCode === undefined) reject(error)
      else resolve(answerOf(error.body, error.statusCode))
    }
    try {
      // Safe cast: the clients of AWS send the members of an object.
      const data = checkTypes(JSON.parse(body) as Record<string, unknown>, rules.types)
      checkValidations(data, rules.types, rules.custom, store)
      act(store, data, (error, result) => (error ? refuse(error as Refusal) : resolve(answerOf(result ?? {}))))
    } catch (error) {
      refuse(error as Refusal)
    }
  })
}

/** Tells of each write, and of the moment when everything is answered. */
export function followed(operate: Operate, onWrite: () => void = () => undefined) {
  const running = new Set<Promise<Answer>>()
  return {
    operate: (operation: string, body: string) => {
      const answer = operate(operation, body)
      running.add(answer)
      const end = () => {
        running.delete(answer)
        if (writes.has(operation)) onWrite()
      }
      answer.then(end, end)
      return answer
    },
    answered: () => Promise.allSettled(running),
  }
}
