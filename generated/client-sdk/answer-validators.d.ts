// Generated from spec/ by `npm run generate`. Do not edit.

/** A compiled validator. It tells the first fault that it finds. */
export type Validator = {
  (answer: unknown): boolean
  errors?: { keyword: string; instancePath: string; params: Record<string, unknown> }[] | null
}
/** By method and path, and then by status. `null` stands for an answer that has no JSON. */
export declare const validators: Record<string, Record<string, Validator | null>>
