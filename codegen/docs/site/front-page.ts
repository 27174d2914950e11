// The front page: the systems behind the API, a picture of them, and where to begin.
import type { Caller, Model, Operation } from '../../model.ts'
import { addressOf, base } from './addresses.ts'
import type { Guide } from './guides.ts'
import { linkList, type Page } from './layout.ts'
import { escape, link, prose } from './markup.ts'
import { systemsPicture } from './systems-picture.ts'

/** @property address The page that its title leads to. */
export type System = { title: string; about: string; address: string; operations: Operation[]; callers: Caller[] }

/** The contract's groups of tags. Without groups, each tag with operations is a system. */
function systemsOf(model: Model): System[] {
  const { tags } = model
  const groups = model.document['x-tagGroups'] ?? tags.map(({ name, title }) => ({ name: title, tags: [name] }))
  return groups.flatMap(({ name, tags: names }) => {
    const operations = model.operations.filter(({ tag }) => names.includes(tag))
    const [first] = operations
    if (!first) return []
    const described = tags.filter(
      (tag) => names.includes(tag.name) && operations.some(({ tag: own }) => own === tag.name),
    )
    const about = described.map(({ description }) => firstSentence(description)).join(' ')
    const callers = [...new Set(operations.map(({ caller }) => caller))]
    return [{ title: name, about, address: addressOf.operation(first.operationId), operations, callers }]
  })
}

/** Operations that belong to no system: they are about the service itself. */
const otherOperations = ({ operations }: Model, systems: System[]) =>
  operations.filter((operation) => !systems.some((system) => system.operations.includes(operation)))

export function frontPage(model: Model, guides: Guide[]): Page {
  const systems = systemsOf(model)
  const listed = guides.filter(({ isListed }) => isListed)
  return {
    address: base,
    title: model.names.title,
    lead: prose(firstSentence(model.description)),
    main: [
      `<p class="actions">${listed[0] ? link(listed[0].address, listed[0].title) : ''}${link(addressOf.reference, 'API reference')}${link(addressOf.operations, 'Who may call what')}</p>`,
      `<figure>${systemsPicture(model, systems)}<figcaption>Who calls ${escape(model.names.title)}, and the systems behind it.</figcaption></figure>`,
      `<h2 id="systems">${escape(titleOfSystems(systems.length))}</h2><div class="cards">${systems.map(card).join('\n')}</div>${otherSystems(model, systems)}`,
      listed.length > 0
        ? `<h2 id="guides">Guides</h2>${linkList(listed.map(({ address, title, about }) => ({ href: address, text: title, about: prose(about) })))}`
        : '',
      `<h2 id="more">More</h2>${linkList([
        { href: addressOf.problems, text: 'Problems', about: 'what each failure means, and what to do' },
        { href: addressOf.changelog, text: 'Changelog', about: 'what has changed, and what will' },
        { href: addressOf.downloads, text: 'OpenAPI files', about: 'the contract as JSON and YAML, in 3.0 and 3.1' },
      ])}`,
    ].join('\n'),
  }
}

const card = ({ title, about, address, operations }: System) =>
  `<section class="card"><h3>${link(address, title)}</h3><p>${prose(about)}</p><p class="count">${String(operations.length)} ${operations.length === 1 ? 'operation' : 'operations'}</p></section>`

function otherSystems(model: Model, systems: System[]): string {
  const others = otherOperations(model, systems)
  const links = others.map(({ operationId, summary }) => link(addressOf.operation(operationId), summary || operationId))
  return links.length > 0 ? `<p>About the service itself: ${links.join(', ')}.</p>` : ''
}

const titleOfSystems = (count: number) => `The ${counted[count] ?? 'systems'}`

const counted = ['systems', 'system', 'two systems', 'three systems', 'four systems', 'five systems', 'six systems']

/** The first sentence after the headings. */
function firstSentence(markdown: string): string {
  const prose = markdown
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /^.*?[.:!?](?=\s|$)/.exec(prose)?.[0].replace(/:$/, '.') ?? prose
}
