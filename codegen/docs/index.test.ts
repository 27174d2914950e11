// The docs site as files: what is in it, where its links lead, what its policy allows. A browser opens it in site.long.test.ts.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { modelOf, type Contract } from '../model.ts'
import { buildDocs } from './index.ts'
import { selfContained } from './reference.ts'
import { addressOf, fileAt } from './site/addresses.ts'
import { readGuides } from './site/guides.ts'
import type { Entry } from './site/search-index.ts'

const source = await readFile('generated/openapi.json', 'utf8')
const model = modelOf(JSON.parse(source) as Contract)
const slugs = Object.keys(model.problemTypes)
const guides = await readGuides('.')

let folder: string
/** Path in the folder → text. */
const files = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-'))
  await buildDocs(folder, { withSdk: false })
  for (const file of await readdir(folder, { recursive: true })) {
    if (/\.(html|css|js|json|yaml)$/.test(file)) files.set(file, await readFile(join(folder, file), 'utf8'))
  }
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

const pages = () => [...files].filter(([file]) => file.endsWith('.html'))
const ownPages = () => pages().filter(([file]) => file !== 'reference/index.html')
const text = (file: string) => files.get(file) ?? ''

test('each operation, guide and problem has a page, and so have the lists', () => {
  const addresses = [
    ...model.operations.map(({ operationId }) => addressOf.operation(operationId)),
    ...slugs.map((slug) => addressOf.problem(slug)),
    ...guides.map(({ address }) => address),
    ...[addressOf.front, addressOf.reference, addressOf.operations, addressOf.problems, addressOf.guides],
    ...[addressOf.changelog, addressOf.downloads],
  ]
  expect(addresses.filter((address) => !files.has(fileAt(address)))).toEqual([])
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('the guides of the front page are those that docs/guides/README.md lists, in its order', () => {
  const listed = guides.filter(({ isListed }) => isListed)
  const needed = [/^first request/i, /sign in/i, /upload/i, /conflict/i, /assistant/i, /deploy/i, /operate/i]
  expect(needed.filter((name) => !listed.some(({ title }) => name.test(title)))).toEqual([])
  const front = text('index.html')
  const places = listed.map(({ address }) => front.lastIndexOf(`href="${address}"`))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

describe('a link', () => {
  const linksIn = (html: string) => [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) => href)
  const idsIn = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))

  function leadsNowhere(from: string, href: string): boolean {
    if (/^https?:/.test(href)) return false
    const [path = '', anchor] = href.split('#')
    if (path.startsWith('/docs/reference/') && anchor?.startsWith('/')) return !isInReference(`#${anchor}`)
    const file = path === '' ? from : path.endsWith('/') ? fileAt(path) : path.slice('/docs/'.length)
    if (!path.startsWith('/docs/') && path !== '') return true
    if (!existsSync(join(folder, file))) return true
    return anchor !== undefined && !idsIn(text(file)).has(anchor)
  }
  const operationHashes = new Set(model.operations.map(({ tag, operationId }) => `#/${tag}/${operationId}`))
  const isInReference = (hash: string) => operationHashes.has(hash)

  test('leads somewhere, on every page', () => {
    const dead = ownPages().flatMap(([file, html]) =>
      linksIn(html)
        .filter((href) => leadsNowhere(file, href))
        .map((href) => `${file}: ${href}`),
    )
    expect(dead).toEqual([])
  })

  test('of the search leads somewhere, and each operation, guide and problem is found by its title', () => {
    const entries = JSON.parse(text('search.json')) as Entry[]
    expect(entries.filter(({ address }) => leadsNowhere('index.html', address))).toEqual([])
    const titles = entries.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(model.operations.map(({ summary }) => summary)))
    expect(titles).toEqual(expect.arrayContaining(guides.map(({ title }) => title)))
    expect(entries.filter(({ kind }) => kind === 'problem')).toHaveLength(slugs.length)
  })
})

test('no page loads anything from another server, and none has a script of its own or a style in it', () => {
  for (const [file, html] of pages()) {
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"/g)].map(
      ([, url]) => url,
    )
    expect(
      loaded.filter((url) => !url?.startsWith('/docs/') && !url?.startsWith('data:')),
      file,
    ).toEqual([])
    const inline = [...html.matchAll(/<script(?![^>]*(?:src=|application\/json))[^>]*>/g)]
    expect(inline, file).toEqual([])
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
    expect(policy, file).toContain("default-src 'none'; script-src 'self';")
  }
  for (const [file, html] of ownPages()) {
    expect(html, file).not.toMatch(/<style|\sstyle="|\son[a-z]+="/)
    expect(html, file).toContain("style-src 'self';")
    expect([...html.matchAll(/<h1[ >]/g)], file).toHaveLength(1)
  }
})

test('only the pages with a panel may send requests elsewhere', () => {
  const may = pages().filter(([, html]) => html.includes("connect-src 'self' https:"))
  expect(may.map(([file]) => file).sort()).toEqual(
    model.operations.map(({ operationId }) => fileAt(addressOf.operation(operationId))).sort(),
  )
})

test('a page of a problem says what happened, what to do, and which operations answer so', () => {
  for (const slug of slugs) {
    const html = text(fileAt(addressOf.problem(slug)))
    expect(html, slug).toMatch(/What happened<\/h2><p>[^\n]{20}/)
    expect(html, slug).toMatch(/What to do<\/h2><p>[^\n]{20}/)
    expect(html, slug).toContain('Which operations</h2>')
  }
  for (const { operationId, answers } of model.operations) {
    const own = answers.flatMap(({ status, json, content }) =>
      status >= 400 ? [json, ...content].flatMap((media) => media?.examples ?? []) : [],
    )
    const answered = slugs.filter((slug) => own.some((one) => JSON.stringify(one).includes(`"/docs/problems/${slug}"`)))
    for (const slug of answered) {
      expect(text(fileAt(addressOf.problem(slug)))).toContain(`${addressOf.operation(operationId)}">`)
    }
  }
})

test('a page of an operation says who may call it and what it costs', () => {
  const page = (id: string) => text(fileAt(addressOf.operation(id)))
  expect(page('createCase')).toContain('an access token that carries <code>frontdesk/write</code>')
  expect(page('createCase')).toContain('<code>PutItem</code>')
  expect(page('listEvents')).toContain('Anyone, without a credential.')
  expect(page('putCustomer')).toContain('Systems with an API key.')
  const list = text(fileAt(addressOf.operations))
  for (const { path } of model.operations) expect(list).toContain(`<code>${path}</code>`)
})

describe('the files to download', () => {
  test('are the contract as JSON and as YAML', () => {
    expect(text('openapi.json')).toBe(source)
    expect(parse(text('openapi.yaml'))).toEqual(JSON.parse(source))
  })

  test('and as OpenAPI 3.1, which the lint of Redocly accepts', async () => {
    const cli = join('node_modules/@redocly/cli/bin/cli.js')
    const config = join('codegen/docs/openapi31.redocly.yaml')
    const args = [cli, 'lint', join(folder, 'openapi-3.1.json'), '--config', config, '--format', 'json']
    const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => error)
    expect((JSON.parse(stdout) as { problems: unknown[] }).problems).toEqual([])
    expect(text('openapi-3.1.json')).not.toMatch(/"nullable"/)
  })
})

test('a Redoc that asks for other pictures fails the build', () => {
  expect(() => selfContained('<head><script type="module">')).toThrow(/no longer asks for/)
})
