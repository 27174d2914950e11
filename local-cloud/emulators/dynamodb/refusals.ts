// Adds to dynalite what DynamoDB does and dynalite does not: further refusals, and the old item of a failed condition.
//
// The limits and messages are those of Amazon's DynamoDB Local 2.6.1. refusals.test.ts has one case for each.
import db from 'dynalite/db/index.js'
import deleteItem from 'dynalite/validations/deleteItem.js'
import putItem from 'dynalite/validations/putItem.js'
import query from 'dynalite/validations/query.js'
import updateItem from 'dynalite/validations/updateItem.js'
import { makeWritesAtomic } from './atomic-writes.ts'
import { indexKeyRefusal, valueRefusal } from './keys-and-values.ts'

/** A request after dynalite has validated the types of its parameters. */
type Data = {
  Item?: object
  ExpressionAttributeValues?: object
  ConditionExpression?: string
  UpdateExpression?: string
  KeyConditionExpression?: string
  IndexName?: string
  KeyConditions?: Record<string, { ComparisonOperator: string; AttributeValueList: { S?: string }[] }>
}

const maxSortKeyBytes = 1024
const maxExpressionBytes = 4096
const maxOperators = 300

const emptyKey = 'The AttributeValue for a key attribute cannot contain an empty string value.'
const notValid = 'One or more parameter values are not valid.'

/** Threads of tests load this module more than once, and dynalite once. */
const added = Symbol.for('dynalite.completed')

/** Completes dynalite, once. */
export function completeDynalite() {
  if (added in db) return
  Object.assign(db, { [added]: true })
  for (const action of [putItem, updateItem, deleteItem]) {
    action.types.ReturnValuesOnConditionCheckFailure = { type: 'String', enum: ['ALL_OLD', 'NONE'] }
  }
  for (const action of [putItem, updateItem, deleteItem, query]) {
    const { custom } = action
    action.custom = (data, store) => custom(data, store) ?? requestRefusal(data)
  }
  completeStore()
  makeWritesAtomic()
}

function completeStore() {
  const { checkConditional, validateKey, validateItem, validateUpdates, itemSize } = db
  Object.assign(db, {
    checkConditional: (data, existing) => {
      const refusal = checkConditional(data, existing)
      if (refusal && existing && data.ReturnValuesOnConditionCheckFailure === 'ALL_OLD') refusal.body.Item = existing
      return refusal
    },
    validateKey: (key, table) => {
      const refusal = validateKey(key, table)
      if (refusal?.message.includes(emptyKey)) {
        return db.validationError(refusal.message.replace('One or more parameter values were invalid:', notValid))
      }
      return refusal
    },
    validateItem: (item, table) => validateItem(item, table) ?? refused(indexKeyRefusal(item, table)),
    validateUpdates: (attributes, expressions, table) => {
      const sets = expressions?.sections.filter(({ type, path }) => type === 'set' && path.length === 1) ?? []
      const changes = Object.fromEntries(sets.map(({ path: [name = ''], val }) => [name, val as { S?: string }]))
      return validateUpdates(attributes, expressions, table) ?? refused(indexKeyRefusal(changes, table))
    },
    // dynalite counts UTF-16 units, DynamoDB the bytes of UTF-8. JSON escapes no character that UTF-8 writes longer.
    itemSize: (item) => {
      const text = JSON.stringify(item)
      return itemSize(item) + Buffer.byteLength(text) - text.length
    },
  } satisfies Partial<typeof db>)
}

const refused = (message: string | undefined) => (message === undefined ? undefined : db.validationError(message))

function requestRefusal(data: Data): string | undefined {
  for (const name of ['ConditionExpression', 'UpdateExpression', 'KeyConditionExpression'] as const) {
    const message = expressionRefusal(name, data[name] ?? '')
    if (message !== undefined) return message
  }
  return valueRefusal(data.Item) ?? valueRefusal(data.ExpressionAttributeValues) ?? keyConditionRefusal(data)
}

function expressionRefusal(name: string, text: string): string | undefined {
  const bytes = Buffer.byteLength(text)
  const excess = 'Expression size has exceeded the maximum allowed size; expression size:'
  if (bytes > maxExpressionBytes) return `Invalid ${name}: ${excess} ${bytes}`
  if (name !== 'ConditionExpression') return undefined
  const operators = text.match(/<>|<=|>=|[=<>]|\b(?:AND|OR|NOT|BETWEEN|IN)\b|\b[a-z_]+(?=\s*\()/gi)?.length ?? 0
  if (operators <= maxOperators) return undefined
  return `Invalid ${name}: The expression contains too many operators; operator count: ${operators}`
}

function keyConditionRefusal({ IndexName, KeyConditions = {} }: Data): string | undefined {
  for (const [name, { ComparisonOperator, AttributeValueList }] of Object.entries(KeyConditions)) {
    if (AttributeValueList.some(({ S }) => S === '')) {
      if (IndexName === undefined) return `${notValid} ${emptyKey} Key: ${name}`
      const unsupported = 'A value specified for a secondary index key is not supported.'
      return `${notValid} ${unsupported} ${emptyKey} IndexName: ${IndexName}, IndexKey: ${name}`
    }
    // A sort key alone can be compared with other operators.
    const tooLong = AttributeValueList.some(({ S = '' }) => Buffer.byteLength(S) > maxSortKeyBytes)
    if (ComparisonOperator !== 'EQ' && tooLong) {
      const excess = `Aggregated size of all range keys has exceeded the size limit of ${maxSortKeyBytes} bytes`
      return `One or more parameter values were invalid: ${excess}`
    }
  }
  return undefined
}
