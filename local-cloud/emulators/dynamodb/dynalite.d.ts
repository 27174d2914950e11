declare module 'dynalite' {
  import type { Server } from 'node:http'
  import type { CreateOptions } from 'dynalite/db/index.js'
  export default function dynalite(options: CreateOptions & { createTableMs?: number }): Server
}

declare module 'dynalite/db/index.js' {
  import type { AttributeValue } from '@aws-sdk/client-dynamodb'

  export type Item = Record<string, AttributeValue>
  type Refusal = Error & { statusCode: number; body: { __type: string; message: string; Item?: Item } }
  type Index = { IndexName: string; KeySchema: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[] }
  export type Table = { TableName: string; GlobalSecondaryIndexes?: Index[] }

  export type Operation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string }
  type Callback = (error: unknown, value?: unknown) => void
  type Range = { gte?: string; lt?: string }

  /** It keeps a snapshot of the store until it is closed. */
  type Iterator = { next(): Promise<unknown>; close(): Promise<void> }

  /** LevelDB, or its like in memory, with keys of text and values of JSON. dynalite calls it with callbacks. */
  export type Level = {
    open(settings?: { cacheSize: number; writeBufferSize: number }): Promise<void>
    /** dynalite's close lets no later operation in. `_original` is that of LevelDB, which can be opened again. */
    close: (() => Promise<void>) & { _original(): Promise<void> }
    get: (key: string, callback: Callback) => void
    /** Undefined when there is no such key. */
    getSync: (key: string) => unknown
    put(key: string, value: unknown, callback: Callback): void
    del(key: string, callback: Callback): void
    batch(operations: Operation[], callback?: Callback): Promise<void> | undefined
    iterator(range: Range): AsyncIterable<[key: string, value: unknown]>
    keys: (range?: Range) => Iterator
    values: (range?: Range) => Iterator
    createKeyStream: (range?: Range) => NodeJS.ReadableStream
    createValueStream: (range?: Range) => NodeJS.ReadableStream
    on(event: 'write', listener: (operations: Operation[]) => void): void
    constructor: {
      /** Makes a store of the files that can still be read. */
      repair: (path: string) => Promise<void>
    }
  }
  export type Store = { db: Level }
  /** `onStore` is an option of the emulator's own: it takes the store, which dynalite keeps to itself. */
  export type CreateOptions = { path?: string; onStore?: (store: Store) => void }
  type Updates = { sections: { type: string; path: (string | number)[]; val: unknown }[] }
  type Conditional = { ReturnValuesOnConditionCheckFailure?: string }

  /** dynalite's actions call these through this object, so that a replacement takes effect. */
  const db: {
    /** dynalite's store: a LevelDB when a path is given. */
    create: (options?: CreateOptions) => Store
    /** Writes the change of an item into the indexes, before the item itself is written. */
    updateIndexes(
      store: Store,
      table: Table,
      before: Item | null | undefined,
      after: Item | null | undefined,
      callback: (error?: unknown) => void,
    ): void
    getIndexActions(
      indexes: Index[],
      before: Item | null | undefined,
      after: Item | null | undefined,
      table: Table,
    ): { puts: { index: string; key: string; item: Item }[]; deletes: { index: string; key: string }[] }
    createKey(item: Item, table: Table): string
    validationError: (message: string) => Refusal
    validateKey: (key: Item, table: Table) => Refusal | null | undefined
    validateItem: (item: Item, table: Table) => Refusal | null | undefined
    validateUpdates: (attributes: unknown, expressions: Updates | undefined, table: Table) => Refusal | null | undefined
    checkConditional: (data: Conditional, existing: Item | undefined) => Refusal | null | undefined
    itemSize: (item: Item) => number
  }
  export default db
}

declare module 'dynalite/validations/index.js' {
  import type { Store } from 'dynalite/db/index.js'
  type Types = Record<string, unknown>
  type Data = Record<string, unknown>
  /** The parameters that have a type. Throws what dynalite answers when a value has another type. */
  export function checkTypes(data: Data, types: Types): Data
  /** Throws what dynalite answers when a value is not valid. */
  export function checkValidations(data: Data, types: Types, custom: unknown, store: Store): void
}

declare module 'dynalite/actions/*' {
  import type { Store } from 'dynalite/db/index.js'
  export default function act(
    store: Store,
    data: Record<string, unknown>,
    callback: (error: unknown, result?: object) => void,
  ): void
}

/** How dynalite validates one action: a parameter without a type is dropped, and `custom` returns what is wrong. */
declare module 'dynalite/validations/*' {
  type Data = Record<string, unknown>
  const validation: { types: Record<string, unknown>; custom: (data: Data, store: unknown) => string | undefined }
  export default validation
}
