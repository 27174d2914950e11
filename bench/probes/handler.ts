// What every bundle exports.
export type Answer = { statusCode: number; body?: string }
export type Handler = (event: unknown, context: unknown) => Promise<Answer>
