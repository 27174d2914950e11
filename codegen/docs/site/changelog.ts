// The changelog: what differs from the released contract, and the changes that await the next release.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelOf, type Contract, type Model, type Operation } from '../../model.ts'
import { addressOf } from './addresses.ts'
import type { Page } from './layout.ts'
import { renderMarkdown } from './markdown.ts'
import { escape, link } from './markup.ts'

const nowhere = { to: (href: string) => (/^https?:/.test(href) ? href : undefined) }

export async function changelogPage(root: string, model: Model): Promise<Page> {
  const released = join(root, 'spec/released/openapi.json')
  const before = existsSync(released) ? modelOf(JSON.parse(await readFile(released, 'utf8')) as Contract) : undefined
  const log = join(root, 'client-sdk/CHANGELOG.md')
  const earlier = existsSync(log) ? renderMarkdown(await readFile(log, 'utf8'), nowhere).html.trim() : ''
  const pending = await pendingChanges(join(root, '.changeset'))
  return {
    address: addressOf.changelog,
    title: 'Changelog',
    lead: `The contract is version ${escape(model.version)}.`,
    main: [
      `<h2 id="contract">The contract since ${before ? `version ${escape(before.version)}` : 'its last release'}</h2>`,
      before ? list(changesBetween(before, model)) : '<p>No version has been released yet: everything is new.</p>',
      pending.length > 0 ? `<h2 id="pending">In the next release of the SDK</h2>${pending.join('\n')}` : '',
      earlier ? `<h2 id="released">Released versions of the SDK</h2>${earlier}` : '',
    ].join('\n'),
  }
}

const list = (changes: string[]) =>
  changes.length > 0
    ? `<ul>${changes.map((change) => `<li>${change}</li>`).join('\n')}</ul>`
    : '<p>Nothing has changed.</p>'

async function pendingChanges(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md') && file !== 'README.md').sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return texts.map((text) => renderMarkdown(text.replace(/^---\n[^]*?\n---\n/, ''), nowhere).html)
}

/** In HTML: what callers of the old contract find changed. */
export function changesBetween(before: Model, after: Model): string[] {
  const keyOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`
  const old = new Map(before.operations.map((operation) => [keyOf(operation), operation]))
  const current = new Map(after.operations.map((operation) => [keyOf(operation), operation]))
  const removed = [...old.keys()].filter((key) => !current.has(key))
  return [
    ...removed.map((key) => `Removed: <code>${escape(key)}</code>`),
    ...[...current].flatMap(([key, operation]) => {
      const name = link(addressOf.operation(operation.operationId), key)
      const earlier = old.get(key)
      if (!earlier) return [`New: ${name}`]
      const changes = changesOf(earlier, operation)
      return changes.length > 0 ? [`${name}: ${changes.join('; ')}`] : []
    }),
  ]
}

function changesOf(before: Operation, after: Operation): string[] {
  const code = (names: string[]) => names.map((name) => `<code>${escape(name)}</code>`).join(', ')
  const compared = (what: string, old: string[], current: string[]) => {
    const [gone, added] = [old.filter((name) => !current.includes(name)), current.filter((name) => !old.includes(name))]
    return [
      ...(added.length > 0 ? [`new ${what} ${code(added)}`] : []),
      ...(gone.length > 0 ? [`no ${what} ${code(gone)} any more`] : []),
    ]
  }
  const parameters = ({ parameters }: Operation) =>
    parameters.map(({ name, required }) => `${name}${required ? ' (required)' : ''}`)
  const members = ({ body }: Operation) => {
    const { properties = {}, required = [] } = body?.json?.schema ?? {}
    return Object.keys(properties).map((name) => `${name}${required.includes(name) ? ' (required)' : ''}`)
  }
  const answered = ({ answers }: Operation) =>
    answers
      .filter(({ status }) => status < 400)
      .flatMap(({ key, json }) => Object.keys(json?.schema?.properties ?? {}).map((name) => `${key} ${name}`))
  return [
    ...(after.deprecated && !before.deprecated ? ['deprecated'] : []),
    ...compared('parameter', parameters(before), parameters(after)),
    ...compared('member of the body', members(before), members(after)),
    ...compared('member of the answer', answered(before), answered(after)),
    ...compared(
      'answer',
      before.answers.map(({ key }) => key),
      after.answers.map(({ key }) => key),
    ),
  ]
}
