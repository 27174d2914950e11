// What every bundle exports.
export type Answer = { statusCode: number; body?: string }
export type Loaded = { handler: (event: unknown, context: unknown) => Promise<Answer> }
