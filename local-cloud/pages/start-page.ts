// The start page of the local cloud as one HTML document: what runs where, a token, and commands to try.
import * as names from '../../generated/names.ts'
import type { Model } from '../../codegen/model.ts'
import { addresses, type Addresses } from './addresses.ts'
import type { Command, Commands } from './commands.ts'
import { filesSection, requestsSection, tablesSection } from './data-sections.ts'
import type { ExecutionRow } from './data/answers.ts'
import { clipped, copyable, escape, link, section } from './markup.ts'
import { chatSection } from './chat-section.ts'
import { chatStyles } from './chat.styles.ts'
import { dataStyles } from './data.styles.ts'
import { styles } from './start-page.styles.ts'

export type StartPage = Addresses & {
  user: string
  token: string
  apiKey: string
  /** Their names. */
  tables: readonly string[]
  /** Newest first. */
  executions: readonly ExecutionRow[]
  commands: Commands
  /** Of the contract, in which the page looks for an operation to talk with. */
  model: Pick<Model, 'operations'>
  chapters: { title: string; href: string }[]
  /** A random text of this one answer. Its policy allows the styles and the script that carry the text. */
  nonce: string
}

export const startPage = (page: StartPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(names.title)} · local cloud</title>
<link rel="icon" type="image/svg+xml" href="/favicon.ico">
<style nonce="${page.nonce}">${styles}${dataStyles}${chatStyles}</style>
</head>
<body>
${header(page)}
<main>${sections.map((part) => part(page)).join('\n')}</main>
<script nonce="${page.nonce}" src="/local-cloud/page.js"></script>
</body>
</html>
`

const header = ({ url, chapters }: StartPage) => `<header>
<h1><img src="/favicon.ico" alt="" width="40" height="40">${escape(names.title)}</h1>
<p class="ready">Ready at <strong>${escape(url)}</strong> <span id="live" role="status"></span></p>
<nav>${link('/docs', 'API reference')}${link('/openapi.json', 'OpenAPI contract')}</nav>
<nav aria-label="Data"><span>Data</span>${dataLinks.join('')}</nav>
<nav aria-label="Guides"><span>Guides</span>${chapters.map(({ href, title }) => link(href, title)).join('')}</nav>
</header>`

const dataLinks = [
  link('#requests', 'Last requests'),
  link('#tables', 'Tables'),
  link('#executions', 'Executions'),
  link('#files', 'Files'),
]

const firstCalls = ({ token, commands }: StartPage) =>
  section(
    'First calls',
    'Paste them into a shell; the token is already in them.',
    commands.first.map((command) => shown(command, '$TOKEN', clipped(token))).join(''),
  )

/** The command with the secret in the place of its variable. */
const shown = ({ id, title, source }: Command, variable: string, secret: string) =>
  copyable(
    id,
    title,
    escape(source).replaceAll(variable, () => secret),
  )

const workflow = ({ apiKey, executions, commands }: StartPage) => {
  const list = executions.map(
    ({ customer, startedAt, start, path, end }) =>
      `<div><dt>${escape(customer)}<small>${escape(`${startedAt} · ${start}`)}</small></dt>
<dd>${escape(path.join(' → '))} <strong>${escape(end)}</strong></dd></div>\n`,
  )
  const none = `<p id="executions-none" class="empty"${executions.length > 0 ? ' hidden' : ''}>None yet. A submit starts one, and so do the event of a new customer and the schedule.</p>`
  return section(
    'Last executions of the workflow',
    'Newest first, with the states that each went through.',
    `${none}<dl id="executions">${list.join('')}</dl>` +
      commands.withKey.map((command) => shown(command, '$API_KEY', escape(apiKey))).join(''),
  )
}

const credentials = ({ user, token, apiKey }: StartPage) =>
  section(
    'Credentials',
    `The token is that of <code>${escape(user)}</code> and valid for an hour. Each time it is loaded, this page shows
    a new one; <code>npm run --silent token</code> prints others.`,
    copyable('token', 'ID token', `<span class="lines">${escape(token)}</span>`) +
      copyable('api-key', 'API key', escape(apiKey)),
  )

const assistant = ({ model }: StartPage) => chatSection(model)

const sections = [firstCalls, assistant, requestsSection, tablesSection, workflow, filesSection, credentials, addresses]
