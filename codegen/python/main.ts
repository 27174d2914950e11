// npm run sdk:python: a Python package of the contract, made by openapi-python-client, with the SDK's words on top.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { readSpec } from '../folder/read-spec.ts'
import { lineOf } from '../lint/finding.ts'
import { modelOf, type Model } from '../model.ts'
import { documentOf, factsOf } from './facts.ts'
import { manifestOf, packageNameOf } from './manifest.ts'
import { pythonWith, usualPythons } from './python.ts'

const help = `
Usage: npm run sdk:python -- [options]

Writes a Python package of the contract to dist/python: models and operations by openapi-python-client, and on top of
them resources with retries, pages, idempotency keys and errors, in the words of the TypeScript SDK.

It needs Python 3.11 and what codegen/python/requirements.txt names:

  python3 -m venv .local/python && .local/python/bin/pip install -r codegen/python/requirements.txt

  --spec <file>     another contract (default: spec/openapi.yaml)
  --out <folder>    where the package goes (default: dist/python)
  --name <name>     the name of the package and its client (default: the contract's title)
  --python <file>   the Python that has the requirements (default: .local/python/bin/python, else python3)
  --help            this text`

const run = promisify(execFile)

async function main() {
  const values = readOptions(help, {
    spec: { type: 'string', default: join(projectRoot, 'spec/openapi.yaml') },
    out: { type: 'string', default: join(projectRoot, 'dist/python') },
    name: { type: 'string' },
    python: { type: 'string' },
  })
  if (!values) return
  const python = await pythonWith(values.python === undefined ? usualPythons : [values.python])
  const { document, findings } = await readSpec(resolve(values.spec), 'limits')
  if (!document) throw new Error(findings.map(lineOf).join('\n'))
  const out = resolve(values.out)
  await writePackage(modelOf(document, values.name), { out, python })
  console.log(`${out} has the package. Install it with: pip install ${out}`)
}

async function writePackage(model: Model, { out, python }: { out: string; python: string }) {
  const given = await mkdtemp(join(tmpdir(), 'sdk-python-'))
  const folder = join(out, packageNameOf(model))
  try {
    await writeFile(join(given, 'document.json'), JSON.stringify(documentOf(model)))
    await writeFile(join(given, 'facts.json'), JSON.stringify(factsOf(model)))
    await rm(folder, { recursive: true, force: true })
    await mkdir(out, { recursive: true })
    const { stderr } = await run(python, [join(import.meta.dirname, 'render.py'), given, folder])
    process.stderr.write(stderr)
    await writeFile(join(out, 'pyproject.toml'), manifestOf(model))
  } catch (error) {
    // A half of a package is none.
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    await rm(given, { recursive: true })
  }
}

await main().catch((error: unknown) => {
  // Safe cast: the error of a program that ran has its messages.
  const said = (error as { stderr?: string }).stderr
  console.error(said?.trim().split('\n').at(-1) ?? (error instanceof Error ? error.message : error))
  process.exitCode = 1
})
