// Takes the parts out of a TypeScript file that name what is removed.
import ts from 'typescript'
import { tidy } from './tidy.ts'
import { spanOf, unitAt, without } from './unit.ts'

/**
 * The text without each member of a list, each statement and each test that has a name for which `isGone` holds.
 *
 * @param key A name that only counts as that of a member in a table of the file.
 */
export function cut(
  name: string,
  text: string,
  isTest: boolean,
  isGone: (word: string) => boolean,
  key?: string,
): string {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const units: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    const word = wordOf(node)
    const isNamed = word !== undefined && (isGone(word) || (word === key && isKey(node)))
    const unit = isNamed ? unitAt(file, node.getStart(file), isTest) : undefined
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

/** The name of a member in an object at the top of the file. */
const isKey = (node: ts.Node) =>
  ts.isPropertyAssignment(node.parent) &&
  node.parent.name === node &&
  ts.isVariableDeclaration(node.parent.parent.parent) &&
  ts.isSourceFile(node.parent.parent.parent.parent.parent.parent)

function wordOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text
  return ts.isRegularExpressionLiteral(node) ? node.text : undefined
}
