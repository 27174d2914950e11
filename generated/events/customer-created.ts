// Generated from spec/ by `npm run generate`. Do not edit.

export const source = 'customer.api'
export const detailType = 'CustomerCreated'
