// Every script of package.json that runs a file of ours answers `--help`, and does nothing else then. It names the options that
// the hand-written pages give to the script.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { pages, scripts, scriptsOf } from './pages.ts'
import { isOneFile, runScript } from './run-script.ts'

/** Scripts that are one file of ours, by name. */
const own = Object.keys(scripts).filter(isOneFile)

/** Files of ours inside scripts that are chains of commands. */
const inChains = Object.entries(scripts)
  .filter(([name]) => !own.includes(name))
  .flatMap(([, script]) => [...script.matchAll(/node (?:--[\w=-]+ )*([\w/-]+\.[jt]s)/g)].map(([, file = '']) => file))

/** Each script is started once. */
const asked = new Map<string, ReturnType<typeof runScript>>()
const askedFor = (script: string) => {
  const known = asked.get(script) ?? runScript(script, '--help')
  asked.set(script, known)
  return known
}

const helpOf = async (asked: Promise<{ stdout: string; stderr: string }>) => {
  const { stdout, stderr } = await asked
  expect(stderr).toBe('')
  return stdout
}

test('the scripts are found', () => {
  expect(own).toEqual(
    expect.arrayContaining(['start', 'token', 'mock', 'docs', 'generate', 'synth', 'deploy', 'bench']),
  )
})

test('npm runs a script with the options after its dashes', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'token', '--', '--help'])
  expect(stdout).toBe((await askedFor('token')).stdout)
})

test.each(own)('npm run %s', async (name) => {
  const help = await helpOf(askedFor(name))
  expect(help).toMatch(new RegExp(`^Usage: npm (run )?(--silent )?${name}\\b.*\\n\\n[^]+ --help +this text`))
})

test.each([...new Set(inChains)])('node %s', async (file) => {
  expect(await helpOf(promisify(execFile)(process.execPath, [file, '--help']))).toMatch(
    /^Usage: (node|npm run) [^]+ --help +this text/,
  )
})

/** Each script with the options that some page gives to it. */
const optionsByScript = new Map<string, Set<string>>()
for (const { script, options } of pages.flatMap(scriptsOf)) {
  optionsByScript.set(script, new Set([...(optionsByScript.get(script) ?? []), ...options]))
}

test.each([...optionsByScript].filter(([, options]) => options.size > 0))(
  'npm run %s knows the options that the pages give to it',
  async (script, options) => {
    const { stdout } = await askedFor(script)
    for (const option of options) expect(stdout, `npm run ${script} -- --help`).toContain(option)
  },
)
