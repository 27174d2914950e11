// A tree without the pictures: they show the pages of this project, with all of its resources.
import { existsSync } from 'node:fs'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const own = ['docs/pictures', 'testing/pictures', 'testing/pictures.test.ts']
const pages = ['*.md', 'docs/**/*.md']
/** An image, or one that is a link, on a line of its own. */
const image = /^\[?!\[[^\]]*\]\([^)]*pictures\/[^)]*\)(\]\([^)]*\))?\n\n?/gm
/** The paragraph about the command. */
const paragraph = /^`npm run pictures`(?:.+\n)+\n?/gm

export async function withoutPictures(copy: string): Promise<void> {
  for (const path of own) await rm(join(copy, path), { recursive: true, force: true })
  for await (const page of glob(pages, { cwd: copy, exclude: ['**/node_modules/**'] })) {
    await change(join(copy, page), (text) => text.replace(image, '').replace(paragraph, ''))
  }
  await change(join(copy, 'package.json'), (text) => text.replace(/^ *"pictures": .*\n/m, ''))
}

/** Whether a picture shows one of these operations. `npm run pictures` has recorded which it shows. */
export async function arePictured(copy: string, operationIds: string[]): Promise<boolean> {
  const record = join(copy, 'docs/pictures/made-from.json')
  if (!existsSync(record)) return false
  // Safe cast: the command has written it.
  const { operations } = JSON.parse(await readFile(record, 'utf8')) as { operations: string[] }
  return operationIds.some((id) => operations.includes(id))
}

async function change(file: string, edit: (text: string) => string) {
  if (!existsSync(file)) return
  const text = await readFile(file, 'utf8')
  const after = edit(text)
  if (after !== text) await writeFile(file, after)
}
