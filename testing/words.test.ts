// The words of comments and pages: nothing that docs/glossary.md avoids, and no sentence of more than 30 words.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { projectRoot } from './compile.ts'

const maxWords = 30

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .split('\n')
  // A file that is deleted and not yet committed is still listed.
  .filter((file) => existsSync(`${projectRoot}/${file}`))
  .filter((file) => /\.(ts|tsx|js|md|yaml)$/.test(file) && !/^generated\/|CHANGELOG|^\.changeset\//.test(file))
const read = (file: string) => readFileSync(`${projectRoot}/${file}`, 'utf8')

/** The glossary writes some characters as entities, so that a search for an avoided word does not find it there. */
function decoded(text: string) {
  const named = text.replaceAll('&nbsp;', ' ').replaceAll('&#8209;', '-')
  return named.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

/** The last column of the glossary. */
const avoided = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Word') && !line.startsWith('| ---'))
  .flatMap((line) => line.split('|').at(-2)?.split(',') ?? [])
  .map((word) => decoded(word).trim())
  .filter(Boolean)

type Text = { line: number; text: string }

/** The comments of a TypeScript file; line comments that follow each other are one text. */
function commentsOf(source: string): Text[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, source)
  const found: (Text & { end: number })[] = []
  const templates: number[] = []
  let braces = 0
  let previous: ts.SyntaxKind = ts.SyntaxKind.Unknown
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.SlashToken && !endsExpression(previous)) token = scanner.reScanSlashToken()
    if (token === ts.SyntaxKind.TemplateHead) templates.push(braces)
    if (token === ts.SyntaxKind.OpenBraceToken) braces += 1
    if (token === ts.SyntaxKind.CloseBraceToken) {
      if (templates.at(-1) === braces) {
        token = scanner.reScanTemplateToken(false)
        if (token === ts.SyntaxKind.TemplateTail) templates.pop()
      } else braces -= 1
    }
    const isComment = token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia
    if (!isComment) {
      if (token !== ts.SyntaxKind.WhitespaceTrivia && token !== ts.SyntaxKind.NewLineTrivia) previous = token
      continue
    }
    const line = source.slice(0, scanner.getTokenStart()).split('\n').length
    const text = scanner.getTokenText().replace(/^\/\*+|\*\/$|^\/\/|^\s*\*(?!\/)/gm, '')
    const end = line + text.split('\n').length - 1
    const before = found.at(-1)
    if (token === ts.SyntaxKind.SingleLineCommentTrivia && before?.end === line - 1) {
      before.text += `\n${text}`
      before.end = end
    } else found.push({ line, text, end })
  }
  return found
}

/** After these a slash divides; elsewhere it begins a regular expression. */
const endsExpression = (kind: ts.SyntaxKind) =>
  [
    ts.SyntaxKind.Identifier,
    ts.SyntaxKind.NumericLiteral,
    ts.SyntaxKind.StringLiteral,
    ts.SyntaxKind.CloseParenToken,
    ts.SyntaxKind.CloseBracketToken,
    ts.SyntaxKind.CloseBraceToken,
  ].includes(kind)

/** Prose without code: what stands between backquotes, in fences, tables' rows apart. */
const withoutCode = (text: string) =>
  text
    .replace(/^( *)```[\s\S]*?^ *```/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/`[^`]*`/g, '`code`')
    .replace(/https?:\/\/\S+/g, 'url')

/** A paragraph, an item of a list, a tag of TSDoc, a cell of a table: a sentence does not go beyond it. */
const partsOf = (text: string) => text.split(/\n\s*\n|\n\s*(?=[-*@#>]|\d+\. )|\s\|\s|\n\|/)
const sentencesOf = (text: string) => partsOf(text).flatMap((part) => part.split(/(?<=[.!?:;]["')]*)\s+/))
const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length

function textsOf(file: string): Text[] {
  const source = read(file)
  if (/\.(ts|tsx|js)$/.test(file)) return commentsOf(source)
  if (file.endsWith('.md')) return [{ line: 1, text: source }]
  const comments = [...source.matchAll(/(?:^ *# .*\n)+/gm)]
  return comments.map(({ 0: text, index }) => ({
    line: source.slice(0, index).split('\n').length,
    text: text.replace(/^ *# /gm, ''),
  }))
}

/** `WORDS=server/` in the environment looks at one room alone. */
const looked = files.filter((file) => file.startsWith(process.env.WORDS ?? ''))

test('no sentence is longer than 30 words', () => {
  const long = looked.flatMap((file) =>
    textsOf(file).flatMap(({ line, text }) =>
      sentencesOf(withoutCode(text))
        .filter((sentence) => wordsOf(sentence) > maxWords)
        .map((sentence) => `${file}:${line} ${wordsOf(sentence)} words: ${sentence.trim().replace(/\s+/g, ' ')}`),
    ),
  )
  expect(long).toEqual([])
})

test('no comment and no page uses a word that the glossary avoids', () => {
  expect(avoided.length).toBeGreaterThan(5)
  const pattern = new RegExp(`(?<![\\w-])(${avoided.join('|')})(?![\\w-])`, 'gi')
  const found = looked
    .filter((file) => file !== 'docs/glossary.md')
    .flatMap((file) =>
      textsOf(file).flatMap(({ line, text }) =>
        [...withoutCode(text).matchAll(pattern)].map(([word]) => `${file}:${line} ${word}`),
      ),
    )
  expect(found).toEqual([])
})
