// A document that breaks exactly one rule: a good one with one place changed.
import { change, type Place } from '../../testing/change.ts'

/** @property named A text in the finding. */
export type Case = { rule: string; place: Place; value: unknown; named?: string; filled?: boolean; format?: 'yaml' }

type Row = [rule: string, place: Place, value: unknown, named?: string]

export const cases = (rows: Row[], options: { filled?: boolean; format?: 'yaml' } = {}): Case[] =>
  rows.map(([rule, place, value, named]) => ({ rule, place, value, ...(named !== undefined && { named }), ...options }))

export const broken = (good: unknown, { place, value }: Case): unknown =>
  place.length > 0 ? change(good, place, value) : value
