// The pending changesets: the version that they ask for, and what they say.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packageName } from '../client-sdk/package-name.ts'
import { largest, type Bump } from './change.ts'

export type Changeset = { bump: Bump; text: string }

export async function pendingChangesets(folder: string): Promise<Changeset[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => /(?<!README)\.md$/.test(name)).sort()
  return Promise.all(
    files.map(async (name) => {
      const whole = await readFile(join(folder, name), 'utf8')
      const [, front = '', text = ''] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(whole) ?? []
      const bump = (parse(front) as Partial<Record<string, Bump>> | null)?.[packageName] ?? 'none'
      return { bump, text }
    }),
  )
}

/** The largest bump of the SDK that a changeset asks for. */
export const pendingBump = (changesets: Changeset[]): Bump => largest(changesets.map(({ bump }) => bump))
