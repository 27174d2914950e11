// The table of the runtimes: how each is found, how the exercise runs there, and what to install when it is missing.
import { accessSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findChromium, findFirefox } from '../../testing/executables.ts'
import type { Findings, Surroundings } from '../testing/exercise.ts'
import { output, runProgram, runTest } from './processes.ts'
import { dist, folder } from './project.ts'

export type Ran = { version: string; findings: Findings }

export type Runtime = {
  /** The name for `--only`. */
  key: string
  name: string
  /** The program that it needs; undefined when it is not installed. */
  find: () => string | undefined
  /** The command that installs it. */
  install: string
  /** The machine brings it, in a version of its own. */
  isOfMachine?: boolean
  run: (program: string, given: Surroundings) => Promise<Ran>
}

const packages = 'npm ci --prefix client-sdk/runtimes'

const inPackages = (path: string) => () => {
  const whole = join(folder, 'node_modules', path)
  try {
    accessSync(whole)
    return whole
  } catch {
    return undefined
  }
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  // Safe cast: a package has a version.
  return (JSON.parse(text) as { version: string }).version
}

/** The version that the program prints. */
const toldBy = async (command: string) => /\d+(\.\d+)+/.exec(await output(command, ['--version']))?.[0] ?? ''

/** A program that runs scripts and prints its version. */
const program = (key: string, name: string, find: Runtime['find'], args: string[] = []): Runtime => ({
  key,
  name,
  find,
  install: packages,
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
  install: packages,
  run,
})

/** A library, in the Node of this process. */
const library = (key: string, name: string, run: (given: Surroundings) => Promise<Findings>, from = key): Runtime => ({
  key,
  name,
  find: inPackages(`${from}/package.json`),
  install: packages,
  run: async (_, given) => ({ version: await versionOf(from), findings: await run(given) }),
})

const fetchLibrary = (key: string, name: string, from = key) =>
  library(key, name, (given) => runProgram(process.execPath, ['fetch-library.mjs'], given, key), from)

const browser = (kind: 'chrome' | 'firefox', name: string, find: Runtime['find'], install: string): Runtime[] =>
  (['page', 'serviceWorker'] as const).map((way) => ({
    key: `${name.toLowerCase()}${way === 'page' ? '' : '-service-worker'}`,
    name: `${name}${way === 'page' ? '' : ', service worker'}`,
    find,
    install,
    isOfMachine: true,
    run: async (path, given) => ({
      version: await toldBy(path),
      findings: await (await import('./browsers.ts')).runInBrowser(kind, path, way, given),
    }),
  }))

export const runtimes: Runtime[] = [
  program('node-20', 'Node', inPackages('node-20/bin/node')),
  program('node-22', 'Node', inPackages('node-22/bin/node')),
  program('node-24', 'Node', () => process.execPath),
  program('deno', 'Deno', inPackages('deno/deno'), ['run', '--allow-net', '--allow-env', '--no-lock']),
  program('bun', 'Bun', inPackages('bun/bin/bun.exe')),
  library('workerd', 'workerd', async (given) => (await import('./workerd.ts')).runWorker(given)),
  ...browser('chrome', 'Chromium', findChromium, 'apt-get install chromium, or set CHROMIUM_PATH'),
  ...browser('firefox', 'Firefox', findFirefox, 'apt-get install firefox-esr, or set FIREFOX_PATH'),
  test('jest', 'Jest', 'jest/bin/jest.js', async (path, given) => ({
    version: await versionOf('jest'),
    findings: await runTest('jest', [path, '--config', 'jest.config.mjs'], given, {
      NODE_OPTIONS: '--experimental-vm-modules',
    }),
  })),
  test('vitest-jsdom', 'Vitest in jsdom', 'vitest/vitest.mjs', async (path, given) => ({
    version: await versionOf('jsdom'),
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
