// The changelog: what differs from the released contract, and the changes that await the next release.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract, Model } from '../../model.ts'
import { pendingChangesets } from '../../release/changesets.ts'
import { compareContracts } from '../../release/compare.ts'
import { reportOf } from '../../release/report.ts'
import { addressOf } from './addresses.ts'
import type { Page } from './layout.ts'
import { renderMarkdown, webLinks } from './markdown.ts'
import { escape } from './markup.ts'

export async function changelogPage(root: string, model: Model): Promise<Page> {
  const released = join(root, 'spec/released/openapi.json')
  const before = existsSync(released) ? (JSON.parse(await readFile(released, 'utf8')) as Contract) : undefined
  const log = join(root, 'client-sdk/CHANGELOG.md')
  const earlier = existsSync(log) ? renderMarkdown(await readFile(log, 'utf8'), webLinks).html.trim() : ''
  const changesets = await pendingChangesets(join(root, '.changeset'))
  const pending = changesets.map(({ text }) => renderMarkdown(text, webLinks).html)
  return {
    address: addressOf.changelog,
    title: 'Changelog',
    lead: `The contract is version ${escape(model.version)}.`,
    main: [
      `<h2 id="contract">The contract since ${before ? `version ${escape(before.info.version)}` : 'its last release'}</h2>`,
      before ? differences(before, model.document) : '<p>No version has been released yet: everything is new.</p>',
      pending.length > 0 ? `<h2 id="pending">In the next release of the SDK</h2>${pending.join('\n')}` : '',
      earlier ? `<h2 id="released">Released versions of the SDK</h2>${earlier}` : '',
    ].join('\n'),
  }
}

/** In plain words, for each consumer, as `npm run contract:diff` prints it. */
function differences(before: Contract, after: Contract): string {
  const changes = compareContracts(before, after)
  if (changes.length === 0) return '<p>Nothing has changed.</p>'
  return renderMarkdown(reportOf(changes, { isMarkdown: true }), webLinks).html
}
