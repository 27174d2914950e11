import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { hasMedia, hasReadings } from '../generated/routes.ts'
import { dead as deadModules } from './bundling/dead-modules.ts'
import { replacedOnlyAtStart, replacements } from './bundling/replaced.ts'
import { unusedModules } from '../local-cloud/unused-modules.ts'
import { lambdaBuild } from './lambda-bundle.ts'

const { metafile } = await build(lambdaBuild('server/lambda.ts'))

/** The modules whose code is in these files of the bundle. */
const modulesIn = (files: Iterable<string>) =>
  [...files].flatMap((file) =>
    Object.entries(metafile.outputs[file]?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? path : [],
    ),
  )

const packagesOf = (modules: string[]) =>
  new Set(modules.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]))

/** The files that are loaded at start: the entry, its static imports, their static imports, and so on. */
function loadedAtStart() {
  const files = new Set(['dist/lambda/index.mjs'])
  for (const file of files) {
    const imports = metafile.outputs[file]?.imports ?? []
    for (const { path, kind } of imports) if (kind === 'import-statement') files.add(path)
  }
  return files
}

test('nothing that is dead at run time is in the bundle', () => {
  const present = modulesIn(Object.keys(metafile.outputs))
  const packages = packagesOf(present)
  // An empty bundle would pass the checks below, so these packages must be present.
  for (const name of ['openapi-backend', '@aws-sdk/client-dynamodb', 'aws-jwt-verify']) expect(packages).toContain(name)

  const dead = ['lodash', 'qs', 'cookie', 'bath-es5', '@apidevtools/json-schema-ref-parser', 'dereference-json-schema']
  for (const name of [...dead, 'openapi-schema-validator', 'mock-json-schema']) {
    expect(packages, name).not.toContain(name)
  }
  // The compiled validators contain the functions of Ajv that they call.
  expect(packages).not.toContain('ajv')
  expect(present.filter((path) => path.includes('local-cloud/'))).toEqual([])
})

test('the local cloud leaves out no module that the bundle has', () => {
  expect(unusedModules.length).toBeGreaterThan(0)
  expect(unusedModules.filter((name) => !deadModules.test(name))).toEqual([])
})

test('what no route of the contract needs is not in the bundle', () => {
  const present = modulesIn(Object.keys(metafile.outputs))
  const bodies = ['bodies', 'multipart'].map((name) => `server/http/${name}.ts`)
  expect(present.includes('server/http/parameters.ts')).toBe(hasReadings)
  expect(present.includes('server/http/texts.ts')).toBe(hasReadings || hasMedia)
  for (const module of bodies) expect(present.includes(module), module).toBe(hasMedia)
})

test('what is used later is loaded later', () => {
  const atStart = modulesIn(loadedAtStart())
  const packages = packagesOf(atStart)
  for (const name of ['openapi-backend', '@aws-sdk/client-dynamodb', 'aws-jwt-verify']) expect(packages).toContain(name)
  for (const name of ['s3', 'sfn', 'bedrock-runtime']) expect(packages).not.toContain(`@aws-sdk/client-${name}`)
  const validators = (modules: string[]) => modules.filter((path) => /generated\/validators\/.+\.js$/.test(path))
  expect(validators(modulesIn(Object.keys(metafile.outputs)))).toContain('generated/validators/chat.js')
  expect(validators(atStart)).toEqual([])
})

test('the part of assistants is one file, which their first request loads, and its texts are another', () => {
  const ofAssistants = (modules: string[]) =>
    modules.filter((path) => /^server\/(mcp\/|assistants|auth\/(metadata|resource))|^generated\/mcp/.test(path))
  expect(ofAssistants(modulesIn(loadedAtStart()))).toEqual([])
  const files = Object.keys(metafile.outputs).filter((file) => ofAssistants(modulesIn([file])).length > 0)
  expect(files.map((file) => metafile.outputs[file]?.entryPoint).sort()).toEqual([
    'server/mcp/texts.ts',
    'together:server/assistants.ts',
  ])
})

test('the first request of an assistant loads one file: it needs no other that is not loaded at start', () => {
  const [file = ''] = Object.keys(metafile.outputs).filter((name) => /assistants-\w+\.mjs$/.test(name))
  const imported = metafile.outputs[file]?.imports.filter(({ kind }) => kind === 'import-statement') ?? []
  const atStart = loadedAtStart()
  expect(imported.length).toBeGreaterThan(0)
  expect(imported.filter(({ path }) => !atStart.has(path))).toEqual([])
  const modules = modulesIn([file])
  expect(modules).toContain('generated/validators/mcp.js')
  expect(modules).toContain('copy:server/tools/request.ts')
  // A copy of a class would be another class.
  expect(modules).not.toContain('server/http/problem.ts')
})

test('nothing that is loaded at start reads all of a module of Node, and nothing needs node:http, which loads undici', () => {
  const imported = [...loadedAtStart()].flatMap((file) => metafile.outputs[file]?.imports ?? [])
  expect(imported.filter(({ external, kind }) => external && kind === 'import-statement')).toEqual([])
  const builtins = modulesIn(loadedAtStart()).flatMap((path) => /^builtin:(.*)/.exec(path)?.[1] ?? [])
  expect(builtins).toContain('https')
  expect(builtins).not.toContain('http')
})

test('nothing of the SDK is loaded that this service cannot reach', () => {
  const packages = packagesOf(modulesIn(Object.keys(metafile.outputs)))
  // Files with settings, their credentials, endpoints that are discovered, and the metadata of a machine.
  const unreachable = ['ini', 'sso', 'process', 'login', 'web-identity', 'http', 'env'].map(
    (kind) => `@aws-sdk/credential-provider-${kind}`,
  )
  const others = ['@smithy/credential-provider-imds', '@aws-sdk/nested-clients']
  for (const name of [...unreachable, ...others, '@aws-sdk/endpoint-cache', 'mnemonist', '@aws-sdk/lib-dynamodb']) {
    expect(packages, name).not.toContain(name)
  }
  const atStart = modulesIn(loadedAtStart())
  const unneeded = /shared-ini-file-loader|client-dynamodb\/dist-es\/endpoint\/bdd|node-http2|xml|protocols\/query\//i
  expect(atStart.filter((path) => unneeded.test(path))).toEqual([])
  expect(atStart.length).toBeGreaterThan(100)
})

test('every module that is replaced is one that the bundle would have', () => {
  for (const [name, { modules }] of [...Object.entries(replacements), ...Object.entries(replacedOnlyAtStart)]) {
    for (const module of Object.keys(modules)) {
      expect(Object.keys(metafile.inputs)).toContain(`node_modules/${name}/${module}.js`)
    }
  }
})

test.each(['s3', 'step-functions', 'bedrock'])(
  'the client of %s is one file, which nothing at start shares',
  (name) => {
    const file = `dist/lambda/${name}-client.mjs`
    const { imports = [] } = metafile.outputs[file] ?? {}
    expect(modulesIn([file]).length).toBeGreaterThan(100)
    expect(imports.filter(({ kind, external }) => !external && kind === 'import-statement')).toEqual([])
  },
)

test('the validators of a resource are one file, and nothing of what compiled them', () => {
  const compiled = Object.entries(metafile.outputs).filter(([, { entryPoint = '' }]) =>
    /validators\/.+\.js$/.test(entryPoint),
  )
  expect(compiled.map(([, { entryPoint }]) => entryPoint)).toContain('generated/validators/chat.js')
  for (const [file, { entryPoint = '', imports }] of compiled) {
    expect(
      imports.filter(({ path }) => !loadedAtStart().has(path)),
      entryPoint,
    ).toEqual([])
    expect([...packagesOf(modulesIn([file]))], entryPoint).not.toContain('ajv-formats')
  }
})
