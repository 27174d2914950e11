// Takes the parts out of a TypeScript file that name what is removed.
import ts from 'typescript'
import { tidy } from './tidy.ts'
import { spanOf, unitAt, without } from './unit.ts'

/** The text without each member of a list, each statement and each test that has a name for which `isGone` holds. */
export function cut(name: string, text: string, isTest: boolean, isGone: (word: string) => boolean): string {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const units: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    const word = wordOf(node)
    const unit = word !== undefined && isGone(word) ? unitAt(file, node.getStart(file), isTest) : undefined
    if (unit) units.push(unit)
    ts.forEachChild(node, visit)
  }
  visit(file)
  if (units.length === 0) return text
  const rest = without(
    text,
    units.map((unit) => spanOf(file, unit)),
  )
  return tidy(name, rest)
}

function wordOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text
  return ts.isRegularExpressionLiteral(node) ? node.text : undefined
}
