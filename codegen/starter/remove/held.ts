// The SDK's first page compares it with others: each row names the test that holds it. A row whose test has gone goes too.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const page = 'client-sdk/README.md'

export async function removeRowsWithoutTest(copy: string): Promise<void> {
  const file = join(copy, page)
  const lines = (await readFile(file, 'utf8')).split('\n')
  const held = await Promise.all(lines.map((line) => isHeld(copy, line)))
  await writeFile(file, lines.filter((_, index) => held[index]).join('\n'))
}

async function isHeld(copy: string, line: string): Promise<boolean> {
  const [, path, title = ''] = /\| `(\S+\.test\.ts)` _(.+)_ +\|$/.exec(line) ?? []
  if (path === undefined) return true
  const file = join(copy, path.startsWith('codegen/') ? '' : 'client-sdk', path)
  if (!existsSync(file)) return false
  return plain(await readFile(file, 'utf8')).includes(`'${plain(title)}'`)
}

const plain = (text: string) => text.replaceAll('\\', '')
