// Every script of package.json that runs a file of ours answers `--help`, and does nothing else then.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Scripts that are one file of ours, by name. */
const own = Object.keys(scripts).filter((name) => /^node (--[\w=-]+ )*[\w/-]+\.[jt]s( \w+)*$/.test(scripts[name] ?? ''))

/** Files of ours inside scripts that are chains of commands. */
const inChains = Object.entries(scripts)
  .filter(([name]) => !own.includes(name))
  .flatMap(([, script]) => [...script.matchAll(/node (?:--[\w=-]+ )*([\w/-]+\.[jt]s)/g)].map(([, file = '']) => file))

const ask = async (command: string, ...args: string[]) => {
  const { stdout, stderr } = await promisify(execFile)(command, [...args, '--help'])
  expect(stderr).toBe('')
  return stdout
}

test('the scripts are found', () => {
  expect(own).toEqual(
    expect.arrayContaining(['start', 'token', 'mock', 'docs', 'generate', 'synth', 'deploy', 'bench']),
  )
})

test.each(own)('npm run %s', async (name) => {
  const help = await ask('npm', 'run', '--silent', name, '--')
  expect(help).toMatch(new RegExp(`^Usage: npm (run )?(--silent )?${name}\\b.*\\n\\n[^]+ --help +this text`))
})

test.each([...new Set(inChains)])('node %s', async (file) => {
  expect(await ask('node', file)).toMatch(/^Usage: (node|npm run) [^]+ --help +this text/)
})
