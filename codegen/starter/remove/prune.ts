// Takes out of a tree what no longer compiles, part by part, until all of it compiles.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { faultsOf, type Fault } from './faults.ts'
import { Refusal } from '../failure.ts'
import { tidy } from './tidy.ts'
import { isWhole } from './whole.ts'
import { spanOf, unitAt, without, type Span } from './unit.ts'

/** More rounds than any tree needs: each follows the uses of what the one before took out. */
const mostRounds = 40
const unusedDirective = 2578
const unusedName = 6133
/** What is declared and no longer used. */
const unused = new Set([unusedName, 6192, 6196, 6198])

export const isTestFile = (file: string) => file.endsWith('.test.ts')
/** Some files that tests share have tests too. */
export const hasTests = (file: string, text: string) =>
  isTestFile(file) || (/(^|\/)testing\//.test(file) && /^\s*(test|it)(\.\w+)?\(/m.test(text))

/** Of these files every part may go. Of a program only what nothing uses any more. */
const isForTests = (file: string) => isTestFile(file) || /(^|\/)(testing|examples)\//.test(file)

/** Throws when something is left that does not compile, and that cannot go. */
export async function prune(root: string, onRound: (faults: Fault[]) => void = () => undefined): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const faults = await faultsOf(root)
    onRound(faults)
    if (faults.length === 0) return
    const used = faults.find(({ file, code }) => !isForTests(file) && !unused.has(code))
    if (used) throw stillUsed(used)
    const changed = await Promise.all([...Map.groupBy(faults, ({ file }) => file)].map((of) => pruneFile(root, ...of)))
    if (!changed.includes(true)) break
  }
  const [fault] = await faultsOf(root)
  if (fault) throw stillUsed(fault)
}

const stillUsed = ({ file, line, text }: Fault) =>
  new Refusal(`${file}:${line} would no longer compile, so nothing is written: ${text}`)

async function pruneFile(root: string, name: string, faults: Fault[]): Promise<boolean> {
  const path = join(root, name)
  const before = await readFile(path, 'utf8')
  const file = ts.createSourceFile(name, before, ts.ScriptTarget.Latest, true)
  const spans = faults.flatMap((fault) => spanAround(file, fault) ?? [])
  const after = tidy(name, without(before, spans))
  if (isTestFile(name) && !isWhole(before, after)) await rm(path)
  else await writeFile(path, after)
  return after !== before
}

function spanAround(file: ts.SourceFile, { line, column, code }: Fault): Span | undefined {
  const position = file.getPositionOfLineAndCharacter(line - 1, column - 1)
  // The statement below the directive is what no longer fails as it should.
  const start = code === unusedDirective ? file.text.indexOf('\n', position) + 1 : position
  const parameter = code === unusedName ? plainParameterAt(file, start) : undefined
  if (parameter) return { start: parameter.getStart(file), end: parameter.getStart(file), text: '_' }
  const unit = unitAt(
    file,
    start + (/^\s*/.exec(file.text.slice(start))?.[0].length ?? 0),
    hasTests(file.fileName, file.text),
  )
  return unit && spanOf(file, unit)
}

/** A parameter of a function that is one name: others may follow it, so it stays, and its name says that nobody reads it. */
function plainParameterAt(file: ts.SourceFile, position: number): ts.Node | undefined {
  let found: ts.Node | undefined
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && node.getStart(file) === position && ts.isIdentifier(node.name)) found = node
    if (node.pos <= position && position < node.end) ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
