// Removes what belongs to an example beyond its own files, once all of its resources are gone.
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTestFile } from './prune.ts'
import { cut } from './cut.ts'
import { examplesOf } from './examples.ts'

export async function removeExamples(copy: string, names: string[]): Promise<void> {
  for (const { files, words, lines = {} } of examplesOf(names)) {
    for await (const file of glob(files, { cwd: copy })) await rm(join(copy, file), { recursive: true })
    for (const [among, word] of Object.entries(words)) {
      for await (const file of glob(among, { cwd: copy })) {
        const path = join(copy, file)
        const text = await readFile(path, 'utf8')
        await writeFile(
          path,
          cut(file, text, isTestFile(file), (found) => word.test(found)),
        )
      }
    }
    for (const [file, line] of Object.entries(lines)) {
      const path = join(copy, file)
      await writeFile(path, (await readFile(path, 'utf8')).replace(line, ''))
    }
  }
}
