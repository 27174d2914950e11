// Generated from spec/ by `npm run generate`. Do not edit.

export const sampleData = {
  listUsers: 'users.json',
  listOrders: 'orders.json',
} as const

export type SampleDataOperationId = keyof typeof sampleData
