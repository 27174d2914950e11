// What the linter found, for people and as JSON.
import { kindNamed, type Kind } from '../rules/index.ts'
import type { Finding } from './lint.ts'

export type Linted = { name: string; kind: Kind; isTemplate: boolean; findings: Finding[] }

/** @property skipped Files of a folder that are no documents for agents. */
export type Report = { linted: Linted[]; skipped: string[]; unreadable: string[] }

/** 2: something could not be read. 1: there is an error. 0: there is none. */
export function exitCodeOf({ linted, unreadable }: Report): 0 | 1 | 2 {
  if (unreadable.length > 0) return 2
  return linted.some(({ findings }) => findings.some(({ level }) => level === 'error')) ? 1 : 0
}

/** Documents of strangers must not write to the terminal. */
export const printable = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?')

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const count = (linted: Linted[], level: Finding['level']) =>
  linted.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.level === level).length, 0)

export function asText({ linted, skipped }: Report): string {
  const documents = linted.map(({ name, kind, isTemplate, findings }) => {
    const note = isTemplate ? '; a template, whose placeholders pass' : ''
    return [`${printable(name)} (${kindNamed(kind).title}${note})`, ...findings.flatMap(lines), ''].join('\n')
  })
  const summary = `${counted(count(linted, 'error'), 'error')}, ${counted(count(linted, 'warning'), 'warning')} in ${counted(linted.length, 'document')}`
  return [
    ...documents,
    ...skipped.map((name) => `${printable(name)}: skipped, it is no document for agents`),
    summary,
    '',
  ].join('\n')
}

const lines = ({ level, platform, rule, pointer, what, fix, source }: Finding) => [
  `  ${level} ${platform}/${rule} at ${printable(pointer) || 'the whole document'}`,
  `    ${printable(what)}`,
  `    To do: ${fix}`,
  `    Source: ${source.document}, ${source.url}`,
]

export const asJson = ({ linted, skipped, unreadable }: Report): string => {
  const documents = linted.map(({ name, kind, isTemplate, findings }) => ({ name, kind, isTemplate, findings }))
  const totals = { errors: count(linted, 'error'), warnings: count(linted, 'warning') }
  return `${JSON.stringify({ documents, skipped, unreadable, ...totals }, undefined, 2)}\n`
}
