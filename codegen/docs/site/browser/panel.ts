// The panel at work: reads the form, shows the commands, sends the request and shows the answer.
import type { PanelData } from '../panel-data.ts'
import { curlOf, requestOf, sdkOf, type Filled } from './request.ts'

const element = (selector: string) => document.querySelector<HTMLElement>(selector)
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export function startPanel() {
  const form = document.querySelector<HTMLFormElement>('#request')
  const source = element('#operation')?.textContent
  if (!form || !source) return
  const data = JSON.parse(source) as PanelData
  remember(data)
  // The panel has no input for a form. The command of the page has its body.
  const isForm = data.body?.kind === 'form' || data.body?.kind === 'multipart'
  const update = () => {
    const filled = read(data)
    if (!isForm) show('#curl', curlOf(data, filled))
    show('#sdk', sdkOf(data, filled))
  }
  form.addEventListener('input', update)
  form.addEventListener('change', update)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(data)
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  })
  offerLocalCredential(data, update)
  update()
}

function show(selector: string, text: string | undefined) {
  const code = element(`${selector} code`)
  if (code && text !== undefined) code.textContent = text
}

const credentials = () => [...document.querySelectorAll<HTMLInputElement>('[data-credential]')]

function read(data: PanelData): Filled {
  const controls = [...document.querySelectorAll<Control>('#request [data-in]')]
  const values = Object.fromEntries(controls.map(({ dataset, value }) => [`${dataset.in} ${dataset.name}`, value]))
  const body = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('#body')
  const file = body instanceof HTMLInputElement ? body.files?.[0] : undefined
  return {
    server: document.querySelector<HTMLInputElement>('#server')?.value ?? '',
    values,
    secrets: credentials().map(({ value }) => value.trim()),
    body: data.body?.kind === 'binary' ? file : body?.value,
  }
}

async function send(data: PanelData) {
  const filled = read(data)
  const outcome = element('#outcome')
  const answer = element('#answer')
  if (!outcome || !answer) return
  const missing = data.fields.find(({ in: place, name, required }) => required && !filled.values[`${place} ${name}`])
  if (missing) {
    outcome.textContent = `${missing.name} is required.`
    document.getElementById(`${missing.in}-${missing.name}`)?.focus()
    return
  }
  keep(data, filled)
  outcome.textContent = 'Sending…'
  const started = performance.now()
  try {
    const { url, method, headers, body } = requestOf(data, filled, ({ place }, index) =>
      secretOf(place, filled.secrets[index]),
    )
    const response = await fetch(url, { method, headers, redirect: 'follow', ...(body !== undefined && { body }) })
    const text = await response.text()
    const time = Math.round(performance.now() - started)
    outcome.textContent = `${response.status} ${response.statusText || nameOf(response.status)} · ${time} ms · ${new TextEncoder().encode(text).length} bytes`
    outcome.className = response.ok ? 'good' : 'bad'
    fill('#answer-body', shown(text) || '(no body)')
    fill('#answer-headers', [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'))
    answer.hidden = false
  } catch (error) {
    outcome.className = 'bad'
    outcome.textContent = `No answer. The server cannot be reached, or it does not allow calls from this site (CORS). ${error instanceof Error ? error.message : ''}`
    answer.hidden = true
  }
}

const names: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  304: 'Not Modified',
}
const nameOf = (status: number) => names[status] ?? ''

function fill(selector: string, text: string) {
  const place = element(selector)
  if (place) place.textContent = text
}

function shown(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}

const secretOf = (place: string, secret = '') =>
  secret === ''
    ? undefined
    : place === 'basic'
      ? `Basic ${btoa(secret)}`
      : place === 'query'
        ? encodeURIComponent(secret)
        : secret

/** The tab keeps server and credentials from page to page, and forgets them when it is closed. */
const place = (name: string) => `docs.${name}`
const isHere = () => ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)

function remember({ credentials: needed, servers }: PanelData) {
  const server = document.querySelector<HTMLInputElement>('#server')
  if (server) {
    const elsewhere = servers.find((url) => !/^http:\/\/(localhost|127\.)/.test(url))
    server.value = sessionStorage.getItem(place('server')) ?? (isHere() ? location.origin : (elsewhere ?? server.value))
  }
  credentials().forEach((input, index) => {
    input.value = sessionStorage.getItem(place(needed[index]?.label ?? '')) ?? ''
  })
}

function keep({ credentials: needed }: PanelData, { server, secrets }: Filled) {
  sessionStorage.setItem(place('server'), server)
  needed.forEach(({ label }, index) => sessionStorage.setItem(place(label), secrets[index] ?? ''))
}

/** The local cloud gives its pages a token and its API key. */
function offerLocalCredential({ credentials: needed, needsAccessToken }: PanelData, update: () => void) {
  const offer = element('.local')
  if (!offer || !isHere()) return
  offer.hidden = false
  element('#fill')?.addEventListener('click', () => {
    void fetch('/local-cloud/credentials.json')
      .then((answer) => answer.json() as Promise<{ token: string; accessToken: string; apiKey: string }>)
      .then(({ token, accessToken, apiKey }) => {
        credentials().forEach((input, index) => {
          input.value = needed[index]?.place === 'bearer' ? (needsAccessToken ? accessToken : token) : apiKey
        })
        update()
      })
      .catch(() => fill('#outcome', 'The local cloud gives no credential here. Run npm run token.'))
  })
}
