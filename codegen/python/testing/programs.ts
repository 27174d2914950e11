// Writes the programs that are tried against the Python package, each into the package's folder. The answer names their files.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../contract.ts'
import { readModel } from '../../read.ts'
import { factsOf } from '../facts.ts'
import { literal } from '../literal.ts'
import { packageNameOf } from '../manifest.ts'
import { pythonSample } from '../sample.ts'
import { snakeName } from '../snake-name.ts'

/** Writes the exercise for this package. A project without the resources that it calls has none. */
export async function writeExercise(folder: string): Promise<string[]> {
  const model = await readModel()
  const { client, error, resources } = factsOf(model)
  const text = await readFile(join(import.meta.dirname, 'exercise.py'), 'utf8')
  const absent = resourcesNotIn(resources, text)
  const program =
    absent.length > 0
      ? `print("0 kept: the contract has no ${absent.join(', ')}")\n`
      : text
          .replaceAll('the_client', packageNameOf(model))
          .replaceAll('TheClient', client)
          .replaceAll('TheError', error)
  await writeFile(join(folder, 'exercise.py'), program)
  return ['exercise.py']
}

/** Writes the blocks of docs/python.md as one program. */
export async function writePage(folder: string): Promise<string[]> {
  const text = await readFile(join(projectRoot, 'docs/python.md'), 'utf8')
  const blocks = [...text.matchAll(/^```python\n(.*?)^```/gms)].map(([, block = '']) => block)
  const given = 'import os\ntoken = os.environ["SDK_TOKEN"]\nphoto = b"a photo"\n'
  const program = given + blocks.join('\n').replace('"http://localhost:3000"', 'os.environ["SDK_URL"]')
  await writeFile(join(folder, 'page.py'), `${program}\nprint("${blocks.length} blocks")\n`)
  return ['page.py']
}

/** The samples run as printed. The items of their paths are not there: that answer alone is right, too. */
const sampleRunner = (files: [file: string, hasItem: boolean][]) => `
import os
import runpy
from pathlib import Path

import the_client

os.environ |= {"TOKEN": os.environ["SDK_TOKEN"], "API_KEY": os.environ["SDK_API_KEY"]}
for name, has_item in ${literal(files)}:
    file = Path(f"printed-{name}")
    file.write_text(Path(str(name)).read_text("utf-8").replace("http://localhost:3000", os.environ["SDK_URL"]), "utf-8")
    try:
        runpy.run_path(str(file))
    except the_client.NotFoundError:
        if not has_item:
            raise
print("${files.length} samples")
`

/** Writes the Python samples of the docs, each as a program, and one that runs them all. */
export async function writeSamples(folder: string): Promise<string[]> {
  const model = await readModel()
  const files: [string, boolean][] = []
  for (const operation of model.operations) {
    const source = pythonSample(model, operation)
    if (source === undefined) continue
    const file = `sample_${snakeName(operation.operationId)}.py`
    files.push([file, operation.path.includes('{')])
    await writeFile(join(folder, file), `${source}\n`)
  }
  const program = sampleRunner(files).replace('import the_client', `import ${packageNameOf(model)} as the_client`)
  await writeFile(join(folder, 'samples.py'), program)
  return [...files.map(([file]) => file), 'samples.py']
}

/** The resources that a program calls, and that this contract has not. */
function resourcesNotIn(resources: { module: string }[], program: string): string[] {
  const called = new Set([...program.matchAll(/\bclient\.(\w+)[.(]/g)].map(([, name = '']) => name))
  return [...called].filter((name) => resources.every(({ module }) => module !== name))
}
