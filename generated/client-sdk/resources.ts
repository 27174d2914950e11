// Generated from spec/ by `npm run generate`. Do not edit.

export * from './cases.ts'
export * from './events.ts'
export * from './products.ts'
export * from './customers.ts'
export * from './workflow.ts'
export * from './chat.ts'
export * from './sample-data.ts'
export * from './system.ts'
