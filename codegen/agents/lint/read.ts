// Reads the documents that a command line names: a file, the files of a folder, or a URL.
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { toolsOfServer } from './mcp-server.ts'
import { parseText, type Parsed } from './parse.ts'
import { maxBytes, tooLarge, Unreadable } from './unreadable.ts'
import { fetchText } from './web.ts'

/** @property read Rejects with Unreadable. */
type Source = { name: string; read: () => Promise<Parsed> }

/** @property isFolder Files in it that are no documents for agents are skipped. */
export type Sources = { isFolder: boolean; sources: Source[] }

export async function sourcesOf(target: string): Promise<Sources> {
  if (/^https?:\/\//i.test(target)) return { isFolder: false, sources: [{ name: target, read: () => readUrl(target) }] }
  const found = await stat(target).catch((error: unknown) => {
    throw new Unreadable(`${target} ${reasonOf(error)}`)
  })
  if (!found.isDirectory()) return { isFolder: false, sources: [{ name: target, read: () => readDocument(target) }] }
  const paths = await filesIn(target)
  return { isFolder: true, sources: paths.map((name) => ({ name, read: () => readDocument(name) })) }
}

function readUrl(target: string): Promise<Parsed> {
  if (!URL.canParse(target)) throw new Unreadable(`${target} is not a URL`)
  const url = new URL(target)
  return /\/mcp\/?$/.test(url.pathname)
    ? toolsOfServer(url, { token: process.env.AGENTS_LINT_TOKEN })
    : fetchText(url).then((text) => parseText(text, url.pathname))
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.(json|ya?ml)$/i.test(entry.name))
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return paths.filter((path) => !/(^|[\\/])(node_modules|\.[^.\\/][^\\/]*)[\\/]/.test(relative(folder, path))).sort()
}

/** Reads no more than the limit, however long the file grows meanwhile. */
async function readDocument(path: string): Promise<Parsed> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Unreadable(`${path} ${reasonOf(error)}`)
  })
  if (!found.isFile()) throw new Unreadable(`${path} is not a file`)
  if (found.size > maxBytes) throw tooLarge(path)
  const file = await open(path).catch((error: unknown) => {
    throw new Unreadable(`${path} ${reasonOf(error)}`)
  })
  try {
    return parseText(await file.readFile('utf8'), path)
  } finally {
    await file.close()
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'is not found',
  ENOTDIR: 'is not found',
  EACCES: 'must not be read: permission denied',
  ENAMETOOLONG: 'is too long for a name',
  ELOOP: 'is a link that leads to itself',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return reasons[code] ?? `cannot be read: ${code}`
}
