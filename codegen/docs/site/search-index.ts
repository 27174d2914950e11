// What the search finds: operations, guides with their sections, problems, and the pages that list them.
import type { Model } from '../../model.ts'
import { addressOf } from './addresses.ts'
import type { Guide } from './guides.ts'

/** @property words What is searched besides the title. */
export type Entry = {
  kind: 'operation' | 'guide' | 'problem' | 'page'
  title: string
  address: string
  note: string
  words: string
}

export function searchIndex(model: Model, guides: Guide[]): Entry[] {
  const operations = model.operations.map(({ operationId, method, path, summary, description, parameters }): Entry => ({
    kind: 'operation',
    title: summary || operationId,
    address: addressOf.operation(operationId),
    note: `${method.toUpperCase()} ${path}`,
    words: [operationId, description, ...parameters.map(({ name }) => name)].join(' '),
  }))
  const pages = guides.flatMap(({ title, address, page }): Entry[] => [
    { kind: 'guide', title, address, note: '', words: page.text },
    ...page.sections.map((section): Entry => ({
      kind: 'guide',
      title: section.title,
      address: `${address}#${section.id}`,
      note: title,
      words: '',
    })),
  ])
  const problems = Object.entries(model.problemTypes).map(([slug, { title, status, description }]): Entry => ({
    kind: 'problem',
    title: `${String(status)} ${title}`,
    address: addressOf.problem(slug),
    note: slug,
    words: description,
  }))
  const lists: Entry[] = [
    {
      kind: 'page',
      title: 'Who may call what, and what a request costs',
      address: addressOf.operations,
      note: '',
      words: 'scopes tokens API keys price units',
    },
    { kind: 'page', title: 'API reference', address: addressOf.reference, note: 'Redoc', words: 'schemas' },
    { kind: 'page', title: 'OpenAPI files', address: addressOf.downloads, note: '', words: 'download json yaml 3.1' },
    { kind: 'page', title: 'Changelog', address: addressOf.changelog, note: '', words: 'changes versions releases' },
  ]
  return [...operations, ...problems, ...lists, ...pages]
}
