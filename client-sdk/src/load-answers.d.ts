import type { CheckAnswer } from './check-answer.ts'

export declare const loaded: (...given: Parameters<CheckAnswer>) => Promise<void>
