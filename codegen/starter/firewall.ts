// The list of the firewall's rules that block, in the check of the templates: it follows from the ids and texts of the contract.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const check = 'infra/testing/checks/firewall.ts'

/** Writes the list as the accepted template has it. infra/firewall.test.ts shows that these refuse nothing that is allowed. */
export async function acceptFirewall(copy: string): Promise<void> {
  const template = await readFile(join(copy, 'infra/golden/prod.yaml'), 'utf8')
  const counted = new Set(
    [...template.matchAll(/- ActionToUse:\n +Count: \{\}\n +Name: (\w+)/g)].map(([, name]) => name),
  )
  // Safe cast: the room of the copy has the same machinery as this one.
  const { managedGroups } = (await import(pathToFileURL(join(copy, 'infra/managed-rules.ts')).href)) as {
    managedGroups: { rules: { name: string }[] }[]
  }
  const blocking = managedGroups
    .flatMap(({ rules }) => rules.map(({ name }) => name))
    .filter((name) => !counted.has(name))
  const code = await readFile(join(copy, check), 'utf8')
  const list = blocking.map((name) => `  '${name}',\n`).join('')
  await writeFile(
    join(copy, check),
    code.replace(/^const blocking = new Set\(\[\n[^\]]*/m, () => `const blocking = new Set([\n${list}`),
  )
}
