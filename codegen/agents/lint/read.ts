// Reads the documents that a command line names: a file, the files of a folder, or a URL.
import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
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
  return { isFolder: true, sources: await sourcesIn(target) }
}

function readUrl(target: string): Promise<Parsed> {
  if (!URL.canParse(target)) throw new Unreadable(`${target} is not a URL`)
  const url = new URL(target)
  // Messages must not repeat a password or a token, and fetch takes no URL with a password.
  if (url.username || url.password) throw new Unreadable(`The URL at ${url.host} has a user or a password: remove it`)
  if (!/\/mcp\/?$/.test(url.pathname)) return fetchText(url).then((text) => parseText(text, url.pathname))
  const token = process.env.AGENTS_LINT_TOKEN?.trim()
  if (token && !/^[\x20-\x7e]+$/.test(token)) {
    throw new Unreadable('AGENTS_LINT_TOKEN is not a token: it has line breaks, or characters outside of ASCII')
  }
  return toolsOfServer(url, { token })
}

/** The documents of a folder and of those in it. A folder that cannot be read does not hide the others. */
async function sourcesIn(folder: string): Promise<Source[]> {
  const sources: Source[] = []
  const folders = [folder]
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    const name = path
    try {
      for (const entry of await readdir(name, { withFileTypes: true })) {
        const inside = join(name, entry.name)
        if (entry.isDirectory()) {
          if (!/^(node_modules$|\.)/.test(entry.name)) folders.push(inside)
        } else if (/\.(json|ya?ml)$/i.test(entry.name) && (entry.isFile() || (await leadsToFile(entry, inside)))) {
          sources.push({ name: inside, read: () => readDocument(inside) })
        }
      }
    } catch (error) {
      sources.push({ name, read: () => Promise.reject(new Unreadable(`${name} ${reasonOf(error)}`)) })
    }
  }
  return sources.sort((one, other) => (one.name < other.name ? -1 : 1))
}

const leadsToFile = async (entry: Dirent, path: string) =>
  entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile() === true

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
