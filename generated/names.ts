// Generated from spec/ by `npm run generate`. Do not edit.

/** The title, for people. */
export const title = 'Frontdesk'

/** The name of services, tables, buckets and stacks. */
export const name = 'frontdesk'

/** The name of types, classes and metrics. */
export const identifier = 'Frontdesk'

/** The name of variables in examples. */
export const variable = 'frontdesk'

/** The scopes that an access token can carry. */
export const scopes: readonly string[] = ['frontdesk/read', 'frontdesk/write']
