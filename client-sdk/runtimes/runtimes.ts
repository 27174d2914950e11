// The table of the runtimes: how each is found, how the exercise runs there, and what to install when it is missing.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, findFirefox } from '../../testing/executables.ts'
import type { Findings, Surroundings } from '../testing/exercise.ts'
import { compilers } from '../testing/installed.ts'
import { output, runProgram, runTest } from './processes.ts'
import { dist, folder, versionOf } from './project.ts'

export type Ran = { version: string; findings: Findings }

export type Runtime = {
  /** The name for `--only`. */
  key: string
  name: string
  /** The program that it needs. It throws when that is not installed, and names the command that installs it. */
  find: () => string
  /** The machine brings it, in a version of its own. */
  isOfMachine?: boolean
  run: (program: string, given: Surroundings) => Promise<Ran>
}

const required = (path: string | undefined, install: string): string => {
  if (path !== undefined && existsSync(path)) return path
  throw new Error(`It is not installed: ${install}`)
}

const inPackages = (path: string) => () =>
  required(join(folder, 'node_modules', path), 'npm ci --prefix client-sdk/runtimes')

/** A program that Node runs as it is. It drives another one, and has dist/ as its folder. */
const script = (name: string) => join(folder, 'programs', `${name}.ts`)

/** The version that the program prints. */
const toldBy = async (command: string) => /\d+(\.\d+)+/.exec(await output(command, ['--version']))?.[0] ?? ''

/** A program that runs scripts and prints its version. */
const program = (key: string, name: string, find: Runtime['find'], args: string[] = []): Runtime => ({
  key,
  name,
  find,
  run: async (command, given) => ({
    version: await toldBy(command),
    findings: await runProgram(command, [...args, 'process.mjs'], given),
  }),
})

const test = (
  key: string,
  name: string,
  path: string,
  run: (path: string, given: Surroundings) => Promise<Ran>,
): Runtime => ({
  key,
  name,
  find: inPackages(path),
  run,
})

/** A library, in the Node of this process. */
const library = (key: string, name: string, run: (given: Surroundings) => Promise<Findings>, from = key): Runtime => ({
  key,
  name,
  find: inPackages(`${from}/package.json`),
  run: async (_, given) => ({ version: await versionOf(from), findings: await run(given) }),
})

let compiled: Promise<string> | undefined

const fetchLibrary = (key: string, name: string, from = key) => {
  const run = async (given: Surroundings) => {
    // The compiler takes the functions of the libraries as the option of the client. One run checks all of them.
    await (compiled ??= output(process.execPath, [compilers['TypeScript 7'], '-p', folder]))
    return runProgram(process.execPath, ['fetch-library.mjs'], given, key)
  }
  return library(key, name, run, from)
}

const browser = (kind: 'chrome' | 'firefox', name: string, debian: string, find: () => string | undefined): Runtime[] =>
  (['page', 'serviceWorker'] as const).map((way) => ({
    key: `${name.toLowerCase()}${way === 'page' ? '' : '-service-worker'}`,
    name: `${name}${way === 'page' ? '' : ', service worker'}`,
    find: () => {
      inPackages('puppeteer-core/package.json')()
      return required(find(), `apt-get install ${debian}, or set ${name.toUpperCase()}_PATH`)
    },
    isOfMachine: true,
    run: async (path, given) => ({
      version: await toldBy(path),
      findings: await runProgram(process.execPath, [script('in-browser')], given, kind, path, way),
    }),
  }))

export const runtimes: Runtime[] = [
  program('node-20', 'Node', inPackages('node-20/bin/node')),
  program('node-22', 'Node', inPackages('node-22/bin/node')),
  program('node-24', 'Node', () => process.execPath),
  program('deno', 'Deno', inPackages('deno/deno'), ['run', '--allow-net', '--allow-env', '--no-lock']),
  program('bun', 'Bun', inPackages('bun/bin/bun.exe')),
  library('workerd', 'workerd', (given) => runProgram(process.execPath, [script('in-workerd')], given)),
  ...browser('chrome', 'Chromium', 'chromium', findChromium),
  ...browser('firefox', 'Firefox', 'firefox-esr', findFirefox),
  test('jest', 'Jest', 'jest/bin/jest.js', async (path, given) => ({
    version: await versionOf('jest'),
    findings: await runTest('jest', [path, '--config', 'jest.config.mjs'], given, {
      NODE_OPTIONS: '--experimental-vm-modules',
    }),
  })),
  test('vitest-jsdom', 'Vitest', 'vitest/vitest.mjs', async (path, given) => ({
    version: `${await versionOf('vitest')} in jsdom ${await versionOf('jsdom')}`,
    findings: await runTest(
      'vitest',
      [path, 'run', '--root', dist, '--environment', 'jsdom', '--globals', 'exercise'],
      given,
    ),
  })),
  library(
    'react-native',
    'React Native, simulated by whatwg-fetch',
    (given) => runProgram(process.execPath, ['react-native.mjs'], given),
    'whatwg-fetch',
  ),
  fetchLibrary('undici', 'fetch of undici'),
  fetchLibrary('node-fetch', 'fetch of node-fetch'),
  fetchLibrary('ofetch', 'fetch of ofetch (native)'),
  fetchLibrary('ofetch.raw', 'fetch of ofetch (raw)', 'ofetch'),
]
