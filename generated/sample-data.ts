// Generated from spec/ by `npm run generate`. Do not edit.

export const sampleData = {
  listUsers: {"object":"users.json","schemaPointer":"/paths/~1users/get/responses/200/content/application~1json/schema"},
  listOrders: {"object":"orders.json","schemaPointer":"/paths/~1orders/get/responses/200/content/application~1json/schema"},
} as const

export type SampleDataOperationId = keyof typeof sampleData
