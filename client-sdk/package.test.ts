// The package as its users have it: packed, installed, type-checked, and run against the local cloud. One install and
// one cloud serve the tests in Node, those in the browser, and those of the examples.
import { build } from 'esbuild'
import { copyFile, readFile, readdir } from 'node:fs/promises'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopes } from '../generated/names.ts'
import { issueAccessToken, issueIdToken } from '../local-cloud/emulators/cognito/index.ts'
import { createDataDir, runCloud } from '../testing/local-cloud.ts'
import { bridgeTests } from './testing/bridge-tests.ts'
import { browserTests } from './testing/browser-tests.ts'
import { exampleTests } from './testing/example-tests.ts'
import { promises, type Findings } from './testing/exercise.ts'
import { startFlakyProxy } from './testing/flaky-proxy.ts'
import { compilers, installSdk, nodePackage, packageFolder, run } from './testing/installed.ts'
import type { Installed, Project } from './testing/installed.ts'
import { bundlings, faultsOf } from './testing/side-effects.ts'
import { messagesWithout, typeCheck } from './testing/type-check.ts'

let installed: Installed
let project: Project
let surroundings: { url: string; flaky: string; token: string; apiKey: string }
let tokenFor: (seconds: number) => string
let tokens: { write: string; read: string; tokenUrl: string }
let stop: () => Promise<unknown>

beforeAll(async () => {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path, LOCAL_API_KEY: 'a-key' } })
  let url: string
  ;[url, installed] = await Promise.all([cloud.ready(), installSdk()])
  project = installed.project
  const flaky = await startFlakyProxy(url)
  tokenFor = (expiresIn) => issueIdToken(data.key, { user: 'alice', expiresIn })
  const access = (scope: string) => issueAccessToken(data.key, { scope, expiresIn: 3600 })
  const [read = '', write = ''] = scopes
  const { token_endpoint: tokenUrl } = (await (
    await fetch(`${url}/.well-known/oauth-authorization-server`)
  ).json()) as { token_endpoint: string }
  tokens = { read: access(read), write: access(`${read} ${write}`), tokenUrl }
  surroundings = { url, flaky: flaky.url, token: tokenFor(3600), apiKey: 'a-key' }
  await copyFile(join(packageFolder, 'testing/exercise.ts'), join(project.folder, 'exercise.mts'))
  await copyFile(join(packageFolder, 'testing/wrong-calls.ts'), join(project.folder, 'wrong-calls.mts'))
  await project.write(
    'run.mjs',
    program("import * as sdk from '@frontdesk/client-sdk'\nimport { exercise } from './exercise.mts'"),
  )
  await project.write(
    'run.cjs',
    program("const sdk = require('@frontdesk/client-sdk')\nconst { exercise } = require('./exercise.mts')"),
  )
  stop = async () => {
    flaky.close()
    await cloud.kill()
    await Promise.all([installed.remove(), data.remove()])
  }
}, 120_000)
afterAll(() => stop())

/** A program of a server. */
const inNode = `
import { createReadStream } from 'node:fs'
import { createFrontdesk, type FetchOptions, type UploadSource } from '@frontdesk/client-sdk'
import { observe } from '@frontdesk/client-sdk/observe'
import { answers } from '@frontdesk/client-sdk/validate'
const fetchOptions = { cache: 'no-store', keepalive: true, dispatcher: {} } satisfies FetchOptions
const baseUrl = 'http://localhost:3000'
const { system, request } = createFrontdesk({ baseUrl, fetchOptions, observe, validate: answers })
const { data, headers } = await system.getStatus({ fetchOptions }).withResponse()
export const version: string = data.version + (headers.get('etag') ?? '')
export const found = await request('GET', '/status', { fetchOptions: { credentials: 'omit' } })
// @ts-expect-error each attempt has its own
export const wrong: FetchOptions = { method: 'GET' }
export const file: UploadSource = createReadStream('photo.png')
`

const program = (imports: string) =>
  `${imports}\nexercise(sdk, JSON.parse(process.argv[2])).then((findings) => console.log(JSON.stringify(findings)))\n`

describe('the tarball', () => {
  test('holds what is needed and nothing else', async () => {
    const { files } = installed
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']))
    const strangers = files.filter(
      (path) => !/^(dist\/|package\.json|README|LICENSE|CHANGELOG)/.test(path) || path.includes('.test.'),
    )
    expect(strangers).toEqual([])
    const packages = await readdir(join(project.folder, 'node_modules'))
    expect(packages.filter((name) => !name.startsWith('.') && name !== nodePackage).sort()).toEqual(['@frontdesk'])
  })

  test('names no other package and no Node built-in where it is not meant to', async () => {
    const dist = join(project.folder, 'node_modules/@frontdesk/client-sdk/dist')
    const files = (await readdir(dist, { recursive: true })).filter((path) => /\.(js|d\.ts)$/.test(path))
    const contents = await Promise.all(
      files.map(async (path) => [path, await readFile(join(dist, path), 'utf8')] as const),
    )
    expect(files.length).toBeGreaterThan(30)
    // The bridge is a program for Node, and the SDK imports nothing of it.
    const built = contents.filter(([path]) => path.endsWith('.js') && !path.startsWith('client-sdk/bridge/'))
    expect(built.filter(([, text]) => text.includes('bridge/')).map(([path]) => path)).toEqual([])
    const others = built.filter(([, text]) => /from ["'](?!\.)/.test(text)).map(([path]) => path)
    expect(others.sort()).toEqual([
      ...['provider', 'sign-in-error', 'tokens'].map((file) => `client-sdk/src/browser-auth/${file}.js`),
      ...['mock-files', 'mock-handlers'].map((file) => `client-sdk/src/${file}.js`),
      'client-sdk/src/zod-parts.js',
      'generated/client-sdk/zod.js',
    ])
    // The bridge imports what Node itself has.
    const bridge = contents.filter(([path]) => /^client-sdk\/bridge\/.*\.js$/.test(path))
    expect(bridge.filter(([, text]) => /from ["'](?!\.|node:)/.test(text)).map(([path]) => path)).toEqual([])
    expect(built.filter(([, text]) => /from ["']node:|\b(process|Buffer)\./.test(text)).map(([path]) => path)).toEqual(
      [],
    )
  })

  test('has source maps that lead into its own sources', async () => {
    const root = join(project.folder, 'node_modules/@frontdesk/client-sdk')
    const maps = (await readdir(join(root, 'dist'), { recursive: true })).filter((path) => path.endsWith('.map'))
    expect(maps.length).toBeGreaterThan(60)
    for (const path of maps) {
      const file = join(root, 'dist', path)
      // Safe cast: the compiler writes maps of this form.
      const map = JSON.parse(await readFile(file, 'utf8')) as SourceMapPayload
      for (const source of map.sources) {
        const original = resolve(dirname(file), source)
        expect(original.startsWith(join(root, 'dist/sources/')), `${path}: ${source}`).toBe(true)
        const own = await readFile(original, 'utf8')
        expect(own).toBe(
          await readFile(join(packageFolder, '..', relative(join(root, 'dist/sources'), original)), 'utf8'),
        )
      }
    }
    // A place of the code leads to the same words in the source: by hand, and generated.
    for (const [path, words] of [
      ['client-sdk/src/client', 'export const createClient'],
      ['generated/client-sdk/client', 'export function createFrontdesk'],
    ] as const) {
      const [code, map] = await Promise.all(
        ['.js', '.js.map'].map((end) => readFile(join(root, 'dist', path + end), 'utf8')),
      )
      const line = (code ?? '').split('\n').findIndex((text) => text.startsWith(words))
      const found = new SourceMap(JSON.parse(map ?? '') as SourceMapPayload).findEntry(line, 0)
      const source =
        'originalSource' in found
          ? await readFile(resolve(root, 'dist', dirname(path), found.originalSource), 'utf8')
          : ''
      expect('originalLine' in found ? source.split('\n')[found.originalLine] : '').toContain(words)
    }
  })

  test('leaves out of a bundle of esbuild what nobody uses', async () => {
    const faults = await Promise.all(
      bundlings
        .filter(({ code }) => !code.includes('/zod'))
        .map(async (bundling) => {
          const { outputFiles } = await build({
            stdin: { contents: bundling.code, resolveDir: project.folder },
            bundle: true,
            format: 'esm',
            platform: 'browser',
            write: false,
            external: ['msw', 'oauth4webapi', '@tanstack/*'],
            logLevel: 'error',
          })
          return faultsOf(bundling, outputFiles[0]?.text ?? '')
        }),
    )
    expect(faults.flat()).toEqual([])
  })

  test("finds the validators of answers by the option 'answers'", async () => {
    await project.write(
      'validate.mjs',
      `import { createFrontdesk } from '@frontdesk/client-sdk'
      const fetch = async () => Response.json({ caseId: 'secret' })
      const frontdesk = createFrontdesk({ baseUrl: 'http://localhost', fetch, validate: 'answers' })
      await frontdesk.cases.get('c').catch(({ name, message, pointer }) => console.log(JSON.stringify({ name, message, pointer })))`,
    )
    const { stdout } = await run(process.execPath, ['validate.mjs'], { cwd: project.folder })
    expect(JSON.parse(stdout)).toEqual({
      name: 'AnswerError',
      message: "getCase answered 200 with a body that breaks the rule required at '/description'",
      pointer: '/description',
    })
  })

  test('is clean for publint and attw', async () => {
    const bin = (name: string) => join(packageFolder, '../node_modules/.bin', name)
    const publint = await run(bin('publint'), ['--strict', installed.tarball])
    expect(publint.stdout).toContain('All good!')
    await run(bin('attw'), [installed.tarball, '--profile', 'esm-only'])
  }, 60_000)
})

const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' }

test('compiles with the types of Node alone, without those of browsers', async () => {
  await project.write('in-node.mts', inNode)
  const typesOfNode = { lib: ['es2022'], types: ['node'], typeRoots: [join(packageFolder, '../node_modules/@types')] }
  const options = { ...nodenext, ...typesOfNode }
  expect(await typeCheck(project, compilers['TypeScript 7'], options, ['in-node.mts'])).toBe('')
}, 60_000)

describe.each(Object.entries(compilers))('%s', (_, compiler) => {
  const calls = ['exercise.mts', 'wrong-calls.mts']
  const isBare = (file: string) => file === 'bare-calls.mts'
  // One run of the compiler for two tests: most of its time goes into the declarations of the libraries.
  let said: string
  beforeAll(async () => {
    const source = await readFile(join(project.folder, 'wrong-calls.mts'), 'utf8')
    await project.write('bare-calls.mts', source.replaceAll('@ts-expect-error', ''))
    said = await typeCheck(project, compiler, nodenext, [...calls, 'bare-calls.mts'])
  })

  test.each([nodenext, { module: 'esnext', moduleResolution: 'bundler' }])(
    'accepts right calls and refuses wrong calls with $moduleResolution',
    async (resolution) => {
      const messages = resolution === nodenext ? said : await typeCheck(project, compiler, resolution, calls)
      expect(messagesWithout(messages, isBare)).toBe('')
    },
    60_000,
  )

  test('reports each wrong call when the expectations are taken out', async () => {
    const source = await readFile(join(project.folder, 'wrong-calls.mts'), 'utf8')
    const expectations = source.match(/@ts-expect-error/g) ?? []
    expect(expectations.length).toBeGreaterThan(15)
    expect(said.match(/^bare-calls\.mts/gm)?.length).toBeGreaterThanOrEqual(expectations.length)
  }, 60_000)
})

describe.each([
  ['Node 24', () => process.execPath],
  ['Node 22', () => join(project.folder, 'node_modules', nodePackage, 'bin/node')],
])('%s', (version, node) => {
  test.each(['run.mjs', 'run.cjs'])(
    'keeps every promise, by %s',
    async (file) => {
      const given = JSON.stringify(surroundings)
      const { stdout } = await run(node(), ['--disable-warning=ExperimentalWarning', file, given], {
        cwd: project.folder,
      })
      const { stdout: name } = await run(node(), ['--version'])
      expect(name).toContain(version.replace('Node ', 'v'))
      // Safe cast: the program printed them.
      const { kept, broken } = JSON.parse(stdout) as Findings
      expect(broken).toEqual([])
      expect(kept).toHaveLength(promises)
    },
    60_000,
  )
})

bridgeTests(() => ({ project, surroundings, tokens }))
browserTests(() => ({ project, surroundings }))
exampleTests(() => ({ installed, url: surroundings.url, tokenFor }))
