// The pages that list something: who may call what, all hand-written pages, and the files to download.
import type { Model } from '../../model.ts'
import { addressOf, base } from './addresses.ts'
import { callersOf } from './callers.ts'
import type { Facts } from './facts.ts'
import type { Guide } from './guides.ts'
import { linkList, methodLabel, type Page } from './layout.ts'
import { escape, link, prose, table } from './markup.ts'

export function operationsPage({ operations }: Model, { costs }: Facts): Page {
  const hasCosts = operations.some(({ operationId }) => costs.has(operationId))
  const rows = operations.map((operation) => {
    const { operationId, method, path, summary } = operation
    const cost = Object.entries(costs.get(operationId) ?? {}).filter(([, value]) => value !== '')
    return [
      `${methodLabel(method)}<code>${escape(path)}</code>`,
      link(addressOf.operation(operationId), summary || operationId),
      prose(callersOf(operation)),
      ...(hasCosts
        ? [cost.map(([name, value]) => `${prose(value)} <small>${prose(name)}</small>`).join('<br>') || 'none']
        : []),
    ]
  })
  return {
    address: addressOf.operations,
    title: 'Who may call what, and what a request costs',
    lead: 'Each operation with its callers, and the calls to AWS and units of DynamoDB that one request takes.',
    main: table(
      'Operations',
      ['request', 'operation', 'who may call it', ...(hasCosts ? ['what it costs'] : [])],
      rows,
    ),
  }
}

export const guidesPage = (guides: Guide[]): Page => ({
  address: addressOf.guides,
  title: 'Guides and all other pages',
  main: [
    linkList(shown(guides.filter(({ isListed }) => isListed))),
    '<h2 id="all-pages">All other pages</h2>',
    linkList(shown(guides.filter(({ isListed }) => !isListed))),
  ].join('\n'),
})

const shown = (guides: Guide[]) =>
  guides.map(({ address, title, about }) => ({ href: address, text: title, about: prose(about) }))

export const downloads = [
  {
    file: 'openapi.json',
    name: 'OpenAPI 3.0.3 as JSON',
    about: 'The contract as it is: what gateways and the generators of this project read.',
  },
  { file: 'openapi.yaml', name: 'OpenAPI 3.0.3 as YAML', about: 'The same, for people.' },
  { file: 'openapi-3.1.json', name: 'OpenAPI 3.1 as JSON', about: 'For tools that want JSON Schema 2020-12.' },
]

export const downloadsPage: Page = {
  address: addressOf.downloads,
  title: 'OpenAPI files',
  main: `<ul class="links">${downloads.map(({ file, name, about }) => `<li><a href="${base}${file}" download>${escape(name)}</a> <span>${escape(about)}</span></li>`).join('')}</ul>`,
}
