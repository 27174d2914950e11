// The tables that start with sample data, in a new local cloud and on some stages. A seed fills one table.
import type { Store } from '../repositories/table.ts'
import type { TableName } from '../repositories/tables.ts'
import { products } from './products.ts'

type Seed = {
  /** Infra fills the table again when this content has changed. */
  content: unknown
  /** Puts the items. An item that exists stays as it is. */
  fill: (store: Store, shards: number) => Promise<void>
}

export const seeds: Partial<Record<TableName, Seed>> = {
  products,
}
