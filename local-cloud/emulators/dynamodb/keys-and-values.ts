// Values that DynamoDB refuses in an item: an index key that is empty or too long, and names or nesting in a map.
import type { Table } from 'dynalite/db/index.js'

const maxBytes = { HASH: 2048, RANGE: 1024 }
const maxNameBytes = 65_535
/** The levels of maps and lists in one attribute. */
const maxLevels = 31

/** What is wrong with the index keys among these attributes. An item without an index's key is not in that index. */
export function indexKeyRefusal(attributes: Record<string, { S?: string }>, table: Table): string | undefined {
  for (const { IndexName, KeySchema } of table.GlobalSecondaryIndexes ?? []) {
    for (const { AttributeName, KeyType } of KeySchema) {
      const value = attributes[AttributeName]?.S
      if (value === '') {
        return `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${IndexName}, IndexKey: ${AttributeName}`
      }
      if (value !== undefined && Buffer.byteLength(value) > maxBytes[KeyType]) {
        return 'One or more parameter values were invalid: Size limit exceeded'
      }
    }
  }
  return undefined
}

/** What is wrong with the names and the nesting of these attributes. */
export function valueRefusal(attributes: object = {}, levels = 0): string | undefined {
  if (levels > maxLevels) {
    return 'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit'
  }
  for (const [name, value] of Object.entries(attributes) as [string, { M?: object; L?: object[] }][]) {
    if (name === '') return 'Empty attribute name'
    if (Buffer.byteLength(name) > maxNameBytes) {
      return `Attribute name is too large, must be less than ${maxNameBytes + 1} bytes`
    }
    const inner = value.M ?? (value.L && Object.fromEntries(value.L.map((element, n) => [n, element])))
    const message = inner && valueRefusal(inner, levels + 1)
    if (message !== undefined) return message
  }
  return undefined
}
