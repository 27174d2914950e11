// The answer of each operation, by its operationId. In a folder this file is generated from the contract's examples.
export type Answer = { status: number; headers: Record<string, string>; body?: string }

export const answers: Record<string, Answer> = {}
