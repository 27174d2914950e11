// A finding with its place, and the three forms in which a command prints findings.
import { getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core'
import { relative, sep } from 'node:path'

export type Finding = {
  rule: string
  /** The reason, and what to write instead. */
  message: string
  file: string
  line: number
  column: number
  /** The place in the file, as a JSON pointer: `#/paths/~1things/get`. */
  pointer: string
}

export const formats = ['text', 'json', 'github'] as const
export type Format = (typeof formats)[number]

export function findingOf({ message, ruleId, location: [place] }: NormalizedProblem): Finding {
  if (!place) return { rule: ruleId, message, file: '', line: 1, column: 1, pointer: '#/' }
  const { line, col } = getLineColLocation(place).start
  const { pointer = '#/' } = place
  return { rule: ruleId, message, file: pathOf(place.source.absoluteRef), line, column: col, pointer }
}

/** The path as a person would write it: relative, but only downwards. */
export function pathOf(file: string): string {
  const path = relative(process.cwd(), file)
  return (path.startsWith('..') ? file : path).split(sep).join('/')
}

/** `file:line:col rule message`, a JSON document, or annotations of GitHub's workflow commands. */
export function printed(findings: readonly Finding[], format: Format): string {
  if (format === 'json') return JSON.stringify(findings, undefined, 2)
  return findings.map(format === 'github' ? annotation : lineOf).join('\n')
}

export const lineOf = ({ file, line, column, rule, message }: Finding) =>
  `${file}:${line}:${column} ${rule} ${message.replaceAll(/\s*\n\s*/g, ' ')}`

const annotation = ({ file, line, column, rule, message }: Finding) =>
  `::error file=${property(file)},line=${line},col=${column},title=${property(rule)}::${escaped(message)}`

/** GitHub reads these characters as its own syntax. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
