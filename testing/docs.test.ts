// The links, files and scripts that the hand-written pages name exist, and their TypeScript compiles.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosticsOf, projectRoot } from './compile.ts'
import { anchorsOf, blocksOf, linksOf, pages, pathsOf, scripts, scriptsOf, type Page } from './pages.ts'

test('all pages are read', () => {
  expect(pages.map((page) => page.path)).toEqual(
    expect.arrayContaining([
      'README.md',
      'CONTRIBUTING.md',
      'docs/README.md',
      'client-sdk/README.md',
      'bench/README.md',
    ]),
  )
})

test('the README of the SDK has at most 200 lines', () => {
  const readme = pages.find((page) => page.path === 'client-sdk/README.md')?.text ?? ''
  expect(readme.split('\n').length - 1).toBeLessThanOrEqual(200)
  expect(readme).toContain('npm pack --workspace client-sdk')
})

test('the README is one page', () => {
  const readme = pages.find((page) => page.path === 'README.md')?.text ?? ''
  expect(readme.split('\n').length - 1).toBeLessThanOrEqual(150)
  expect(readme.split(/\s+/).length).toBeLessThanOrEqual(1500)
})

const repository = /^https:\/\/github\.com\/frontdesk\/frontdesk\/(?:blob|tree)\/main\//

/** What is wrong with a link; undefined when its file and its anchor exist. */
function broken(page: Page, link: string): string | undefined {
  const isOwn = repository.test(link)
  if (/^\w+:/.test(link) && !isOwn) return undefined
  // The guides are pages of the docs site, which is built.
  if (page.path.startsWith('spec/guides/') && link.startsWith('../docs/')) return undefined
  const [file = '', anchor] = link.replace(repository, '').split('#')
  const target = file === '' ? page.path : normalize(join(isOwn ? '' : dirname(page.path), file))
  if (!existsSync(join(projectRoot, target))) return `${link}: there is no ${target}`
  if (anchor === undefined) return undefined
  const anchors = pages.filter((one) => one.path === target).flatMap(anchorsOf)
  return anchors.includes(anchor) ? undefined : `${link}: ${target} has no such heading`
}

/** What is built, or exists only after a release. */
const built = /\/(dist|node_modules)\b|^spec\/released\/|^\.local\//

describe.each(pages)('$path', (page) => {
  test('its links lead somewhere', () => {
    expect(linksOf(page).flatMap((link) => broken(page, link) ?? [])).toEqual([])
  })

  test('the files that it names exist', () => {
    const absent = pathsOf(page).filter((file) => !built.test(file) && !existsSync(join(projectRoot, file)))
    expect(absent).toEqual([])
  })

  test('its npm scripts exist', () => {
    expect(scriptsOf(page).filter(({ script }) => !(script in scripts))).toEqual([])
  })
})

test('the decisions are short', () => {
  const decisions = pages.filter((page) => page.path.startsWith('docs/decisions/'))
  expect(decisions.length).toBeGreaterThan(9)
  expect(decisions.filter(({ text }) => text.split('\n').length - 1 > 30)).toEqual([])
})

test('the outputs of the stack that the deployment page reads exist', () => {
  const text = pages.find((page) => page.path === 'docs/deployment.md')?.text ?? ''
  const outputs = [...text.matchAll(/\$\(out (\w+)\)/g)].map(([, output = '']) => output)
  const stack = readFileSync(join(projectRoot, 'infra/stack.ts'), 'utf8')
  expect(outputs.length).toBeGreaterThan(5)
  expect(outputs.filter((output) => !stack.includes(` ${output}: `))).toEqual([])
})

test('the TypeScript that is a whole file compiles', async () => {
  // A test of the package compiles the blocks of its pages.
  const own = pages.filter((page) => !['client-sdk/README.md', 'docs/sdk.md'].includes(page.path))
  const blocks = own.flatMap((page) =>
    blocksOf(page)
      .filter(({ language, code }) => /^tsx?$/.test(language) && /^import /m.test(code))
      // Some of them are for browsers.
      .map(({ code }, n): [string, string] => [`${page.path} ${n}`, `/// <reference lib="dom" />\n${code}`]),
  )
  expect(blocks.length).toBeGreaterThan(0)
  const diagnostics = await diagnosticsOf(Object.fromEntries(blocks))
  expect(diagnostics).toEqual(Object.fromEntries(blocks.map(([name]) => [name, ''])))
})
