// Generated from spec/ by `npm run generate`. Do not edit.

/** A customer that was not there was created. Delivered at least once, and perhaps after it was deleted again. */
export const detailType = 'CustomerCreated'

/** The sender of the event. */
export const source = 'customer.api'
