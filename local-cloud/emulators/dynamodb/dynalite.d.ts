declare module 'dynalite' {
  import type { Server } from 'node:http'
  export default function dynalite(options: { path?: string; createTableMs?: number }): Server
}

declare module 'dynalite/db/index.js' {
  import type { AttributeValue } from '@aws-sdk/client-dynamodb'

  type Item = Record<string, AttributeValue>
  type Refusal = Error & { statusCode: number; body: { __type: string; message: string; Item?: Item } }
  export type Table = {
    GlobalSecondaryIndexes?: { IndexName: string; KeySchema: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[] }[]
  }
  type Updates = { sections: { type: string; path: (string | number)[]; val: unknown }[] }
  type Conditional = { ReturnValuesOnConditionCheckFailure?: string }

  /** dynalite's actions call these through this object, so that a replacement takes effect. */
  const db: {
    /** dynalite's store: a LevelDB when a path is given. */
    create(options: { path: string }): { db: { open(): Promise<void>; close(): Promise<void> } }
    validationError: (message: string) => Refusal
    validateKey: (key: Item, table: Table) => Refusal | null | undefined
    validateItem: (item: Item, table: Table) => Refusal | null | undefined
    validateUpdates: (attributes: unknown, expressions: Updates | undefined, table: Table) => Refusal | null | undefined
    checkConditional: (data: Conditional, existing: Item | undefined) => Refusal | null | undefined
    itemSize: (item: Item) => number
  }
  export default db
}

/** How dynalite validates one action: a parameter without a type is dropped, and `custom` returns what is wrong. */
declare module 'dynalite/validations/*' {
  type Data = Record<string, unknown>
  const validation: { types: Record<string, unknown>; custom: (data: Data, store: unknown) => string | undefined }
  export default validation
}
