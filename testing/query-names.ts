// The names that a saved query of Logs Insights reads: members of a line, such as `caller.id`.
import type { Query } from '../infra/saved-queries.ts'

const functions = ['count', 'sum', 'pct', 'count_distinct', 'coalesce', 'bin']
const words = ['as', 'by', 'and', 'or', 'like', 'desc', 'asc']

export function namesIn({ fields = [], filter = '', stats = '', sort = '' }: Query): string[] {
  const text = [...fields, filter, stats, sort].join(' ').replaceAll(/"[^"]*"|\/(?:[^/\\]|\\.)+\//g, ' ')
  const made = [...text.matchAll(/ as (\w+)/g)].map(([, name]) => name)
  const all = text.match(/(?<![\w.@])[A-Za-z_][\w.]*/g) ?? []
  return [...new Set(all)].filter((name) => ![...functions, ...words, ...made].includes(name))
}
