// The hand-written pages, and what a reader can follow or run in them: links, anchors, paths, commands and blocks.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './compile.ts'

export type Page = { path: string; text: string }

/** @property follows Only blank lines stand between the block before and this block. */
export type Block = { language: string; code: string; follows: boolean }

const isPage = (path: string) =>
  /^(README|CONTRIBUTING|bench\/README|client-sdk\/README)\.md$|^(docs|spec\/guides)\/.*\.md$/.test(path)

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: projectRoot,
  encoding: 'utf8',
})

export const pages: Page[] = listed
  .split('\n')
  .filter(isPage)
  .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }))

// Safe cast: package.json has this member.
const project = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** The npm scripts of the project. */
export const { scripts } = project

const fence = /^( *)```(\w*)\n([^]*?)^ *```$/gm

/** The fenced blocks, without the indentation that they have in a list. */
export function blocksOf({ text }: Page): Block[] {
  let end = 0
  return [...text.matchAll(fence)].map(({ 0: whole, 1: indent = '', 2: language = '', 3: code = '', index }) => {
    const follows = text.slice(end, index).trim() === ''
    end = index + whole.length
    return { language, code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''), follows }
  })
}

const withoutBlocks = ({ text }: Page) => text.replace(fence, '')

/** The targets of links and images. */
export function linksOf(page: Page): string[] {
  const prose = withoutBlocks(page).replace(/`[^`\n]*`/g, 'code')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** The anchors of the headings, as GitHub makes them. */
export function anchorsOf(page: Page): string[] {
  return [...withoutBlocks(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** The paths of the project that stand in the prose as code. */
export function pathsOf(page: Page): string[] {
  const rooms = /^(server|codegen|local-cloud|testing|infra|spec|client-sdk|generated|docs|bench|\.\w+)\/[\w./-]*$/
  const code = [...withoutBlocks(page).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text)
  return code.filter((text) => rooms.test(text))
}

/** The npm scripts that the page names, each with the options that it gives to them in the same line. */
export function scriptsOf({ text }: Page): { script: string; options: string[] }[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n')
  return lines.flatMap((line) =>
    line.split(/(?=\bnpm )/).flatMap((part) => {
      const [, named, short] = /^npm (?:run (?:--silent )?([a-z][\w:-]*)|(start|test)\b)/.exec(part) ?? []
      const script = named ?? short
      if (script === undefined) return []
      const given = [...part.matchAll(/ -- ([^`|#]*)|`-- ([^`|#]*)/g)].map(
        ([, spaced = '', quoted = '']) => spaced + quoted,
      )
      return [{ script, options: given.flatMap((words) => words.match(/--[a-z][\w-]*/g) ?? []) }]
    }),
  )
}
