// The start page of the local cloud as one HTML document: what runs where, a token, and commands to try.
import * as names from '../../generated/names.ts'
import type { Command, Commands } from './commands.ts'
import { styles } from './start-page.styles.ts'
import type { Execution } from '../emulators/step-functions/executions.ts'

type StartPage = {
  url: string
  user: string
  token: string
  apiKey: string
  services: Record<string, string>
  /** Newest first. */
  executions: readonly Execution[]
  commands: Commands
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
<style nonce="${page.nonce}">${styles}</style>
</head>
<body>
${[header(page), `<main>${[firstCalls, workflow, credentials, addresses].map((section) => section(page)).join('\n')}</main>`].join('\n')}
<script nonce="${page.nonce}">${script}</script>
</body>
</html>
`

const header = ({ url, chapters }: StartPage) => `<header>
<h1><img src="/favicon.ico" alt="" width="40" height="40">${escape(names.title)}</h1>
<p class="ready">Ready at <strong>${escape(url)}</strong></p>
<nav>${link('/docs', 'API reference')}${link('/openapi.json', 'OpenAPI contract')}</nav>
<nav aria-label="Guides"><span>Guides</span>${chapters.map(({ href, title }) => link(href, title)).join('')}</nav>
</header>`

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
  const list = executions.map((execution) => {
    const { customer, start, end } = reading(execution)
    const startedAt = new Date(execution.startedAt).toISOString().replace('T', ' ').slice(0, 19)
    return `<div><dt>${escape(customer)}<small>${escape(`${startedAt} · ${start}`)}</small></dt>
<dd>${escape(execution.path.join(' → '))} <strong>${escape(end)}</strong></dd></div>\n`
  })
  return section(
    'Last executions of the workflow',
    executions.length > 0
      ? 'Newest first, with the states that each went through. Load the page again to see later ones.'
      : 'None yet. A submit starts one, and so do the event of a new customer and the schedule.',
    `<dl id="executions">${list.join('')}</dl>` +
      commands.withKey.map((command) => shown(command, '$API_KEY', escape(apiKey))).join(''),
  )
}

const reading = ({ input, ended }: Execution) => {
  const { id = '', trigger, submission } = JSON.parse(input) as { id?: string; trigger?: string; submission?: string }
  const start = trigger !== undefined ? 'event' : submission !== undefined ? 'submit' : 'schedule'
  if (!ended) return { customer: id, start, end: 'running' }
  if ('output' in ended) return { customer: id, start, end: (JSON.parse(ended.output) as { outcome: string }).outcome }
  return { customer: id, start, end: `${ended.status.toLowerCase()}: ${ended.error}` }
}

const credentials = ({ user, token, apiKey }: StartPage) =>
  section(
    'Credentials',
    `The token is that of <code>${escape(user)}</code> and valid for an hour. Each time it is loaded, this page shows
    a new one; <code>npm run --silent token</code> prints others.`,
    copyable('token', 'ID token', `<span class="lines">${escape(token)}</span>`) +
      copyable('api-key', 'API key', escape(apiKey)),
  )

const addresses = ({ url, services }: StartPage) => {
  const rows: [string, string, string][] = [
    ['API', 'the handler that Lambda runs, behind an emulator of API Gateway', url],
    ['Docs', 'the Redoc page of the contract', `${url}/docs`],
    ...Object.entries(services).map(([name, address]): [string, string, string] => {
      const [label, purpose] = emulators[name] ?? [name, '']
      return [label, purpose, address]
    }),
  ]
  const list = rows.map(
    ([name, purpose, address]) =>
      `<div><dt>${escape(name)}<small>${escape(purpose)}</small></dt><dd><code>${escape(address)}</code></dd></div>`,
  )
  return section('What runs', 'Everything runs on this machine, without an AWS account.', `<dl>${list.join('')}</dl>`)
}

const emulators: Partial<Record<string, [label: string, purpose: string]>> = {
  dynamodb: ['DynamoDB', 'emulator of the tables'],
  s3: ['S3', 'emulator of the buckets: uploads and sample data'],
  cognito: ['Cognito', 'emulator of the user pool: the sign-in, its keys and tokens'],
  bedrock: ['Bedrock', 'emulator of the model behind the assistant'],
  stepFunctions: ['Step Functions', 'emulator of the customer workflow'],
}

const section = (title: string, introduction: string, content: string) =>
  `<section><h2>${escape(title)}</h2><p>${introduction}</p>${content}</section>`

const link = (href: string, text: string) => `<a href="${escape(href)}">${escape(text)}</a>`

const copyable = (id: string, name: string, content: string) =>
  `<div class="copyable"><h3>${escape(name)}</h3><button type="button" data-copies="${id}">Copy</button><pre id="${id}">${content}</pre></div>`

/** Shown shortened, but selected and copied whole. */
const clipped = (text: string) => `<span class="clipped">${escape(text)}</span>`

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const script = `
for (const button of document.querySelectorAll('[data-copies]')) {
  const source = document.getElementById(button.dataset.copies)
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent)
      button.textContent = 'Copied'
    } catch {
      // Browsers offer the clipboard on https and localhost only. Elsewhere the reader copies the selected text.
      getSelection().selectAllChildren(source)
      button.textContent = 'Selected'
    }
    setTimeout(() => (button.textContent = 'Copy'), 2000)
  })
}
`
