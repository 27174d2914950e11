import type { Instruction } from './program.ts'

/** An expression that tests a text in time that grows with the text alone. */
export function linearPattern(program: readonly Instruction[]): { test: (text: string) => boolean }
