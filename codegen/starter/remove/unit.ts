// The smallest part of a file that can go: the one around a place that names what is removed.
import ts from 'typescript'

/** The text that goes, and what stands there instead: nothing unless told. */
export type Span = { start: number; end: number; text?: string }

/** Calls that declare a test, or prepare tests: `test`, `test.each(…)`, `beforeEach`. */
const declaresTests = /^(test|it|describe|beforeEach|beforeAll|afterEach|afterAll)\b/

const isTestCall = (node: ts.Node): boolean =>
  ts.isExpressionStatement(node) &&
  ts.isCallExpression(node.expression) &&
  declaresTests.test(node.expression.expression.getText())

/** The part of the file around the position, that goes with it. */
export function unitAt(file: ts.SourceFile, position: number, isTest: boolean): ts.Node | undefined {
  const node = nodeAt(file, position)
  return isTest ? unitOfTest(node) : unitOfSource(node)
}

function nodeAt(file: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = file
  const visit = (node: ts.Node): void => {
    if (position < node.getStart(file) || position >= node.getEnd()) return
    found = node
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(file, visit)
  return found
}

const ancestors = (node: ts.Node): ts.Node[] => (ts.isSourceFile(node) ? [] : [node, ...ancestors(node.parent)])

/** A member of a list: without it the list is still one. */
function isListed(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node) || ts.isBindingElement(node)) return true
  if ((ts.isSpreadElement(node) && ts.isIdentifier(node.expression)) || isLastArgument(node)) return true
  if (ts.isTypeElement(node) || ts.isObjectLiteralElement(node) || ts.isMappedTypeNode(node)) return true
  return ts.isArrayLiteralExpression(parent) || ts.isUnionTypeNode(parent)
}

/** The last parameter of a function, or the last argument of a call, when it is one name. */
const isLastArgument = (node: ts.Node) =>
  (ts.isParameter(node) && node.parent.parameters.length > 1 && node.parent.parameters.at(-1) === node) ||
  (ts.isIdentifier(node) &&
    ts.isCallExpression(node.parent) &&
    node.parent.arguments.length > 1 &&
    node.parent.arguments.at(-1) === node)

/** Of a program: the nearest member of a list, or the statement. A row of a table goes as a whole. */
function unitOfSource(node: ts.Node) {
  const found = ancestors(node).find((part) => isListed(part) || ts.isImportDeclaration(part) || isStatement(part))
  const row = found?.parent
  return row && ts.isArrayLiteralExpression(row) && ts.isArrayLiteralExpression(row.parent) ? row : found
}

const isStatement = (part: ts.Node) =>
  ts.isStatement(part) && (ts.isSourceFile(part.parent) || ts.isBlock(part.parent) || ts.isModuleBlock(part.parent))

/** Of tests: a row of a table, or the whole test, or what stands outside of tests. */
function unitOfTest(node: ts.Node) {
  const path = ancestors(node)
  const specifier = path.find((part) => ts.isImportSpecifier(part) || ts.isImportDeclaration(part))
  if (specifier) return specifier
  const test = path.find((part) => isTestCall(part) && !declaresMore(part))
  const [own] = path
  if (own && isOneOfNames(own)) return own
  const named = own?.parent
  if (named && ts.isPropertyAssignment(named) && named.name === own) return named
  const row = path.findLast((part) => isListed(part) && isRowOf(part, test))
  return row ?? test ?? path.findLast((part) => ts.isStatement(part) && !isTestCall(part))
}

/** A text in a list of texts: the list is as good without it. */
const isOneOfNames = (node: ts.Node) =>
  ts.isStringLiteral(node) &&
  ts.isArrayLiteralExpression(node.parent) &&
  !ts.isArrayLiteralExpression(node.parent.parent) &&
  node.parent.elements.length > 1 &&
  node.parent.elements.every((element) => ts.isStringLiteral(element))

/** A describe holds tests of its own, of which each goes alone. */
const declaresMore = (part: ts.Node) => /^describe\b/.test(part.getText())

/** The member stands in a table: of `test.each`, or at the top of the file. */
function isRowOf(part: ts.Node, test: ts.Node | undefined): boolean {
  if (ts.isBindingElement(part) || ts.isTypeElement(part) || ts.isUnionTypeNode(part.parent)) return false
  const path = ancestors(part.parent)
  const table = path.findLast((outer) => isListLiteral(outer))
  if (!table) return false
  const holder = table.parent
  if (!test) return isTopLevel(table)
  return ts.isCallExpression(holder) && /^(test|it|describe)\.(each|for)$/.test(holder.expression.getText())
}

const isListLiteral = (node: ts.Node) => ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)

const isTopLevel = (node: ts.Node) => !ancestors(node).some((part) => ts.isFunctionLike(part))

/** The text of the part, with the comma or the lines that go with it. */
export function spanOf(file: ts.SourceFile, unit: ts.Node): Span {
  const text = file.text
  const whole = widened(unit)
  let { start, end } = { start: whole.getStart(file), end: whole.getEnd() }
  for (const comment of ts.getLeadingCommentRanges(text, whole.getFullStart()) ?? []) {
    // A comment above an empty line, as the first of the file, belongs to no part.
    if (!/\n\s*\n/.test(text.slice(comment.end, start)) && comment.pos > 0) start = Math.min(start, comment.pos)
  }
  if (ts.isUnionTypeNode(whole.parent)) {
    const before = /\|\s*$/.exec(text.slice(0, start))
    if (before) return { start: before.index, end }
    const after = /^\s*\|/.exec(text.slice(end))
    return { start, end: end + (after?.[0].length ?? 0) }
  }
  const comma = /^\s*,/.exec(text.slice(end))
  const before = isListed(whole) && !comma ? /,\s*$/.exec(text.slice(0, start)) : null
  if (comma && isListed(whole)) end += comma[0].length
  if (before && isLastArgument(whole)) return { start: before.index, end }
  const [indent = ''] = /[ \t]*$/.exec(text.slice(0, start)) ?? []
  const [rest = ''] = /^[ \t]*(?:\/\/.*)?\n?/.exec(text.slice(end)) ?? []
  const fillsLines = (start === indent.length || text[start - indent.length - 1] === '\n') && rest.endsWith('\n')
  return fillsLines ? { start: start - indent.length, end: end + rest.length } : { start, end }
}

/** The last name of an import goes with its declaration, the last member of a pattern with its statement. */
function widened(unit: ts.Node): ts.Node {
  const { parent } = unit
  if (ts.isImportSpecifier(unit) && ts.isNamedImports(parent) && parent.elements.length === 1) {
    const clause = parent.parent
    return clause.name ? unit : clause.parent
  }
  if (ts.isBindingElement(unit) && unit.parent.elements.length === 1 && ts.isVariableDeclaration(parent.parent)) {
    return widened(parent.parent)
  }
  if (ts.isVariableDeclaration(unit) && ts.isVariableDeclarationList(parent) && parent.declarations.length === 1) {
    return ts.isVariableStatement(parent.parent) ? parent.parent : unit
  }
  return unit
}

/** The text without these parts. A part inside another one goes with it. */
export function without(text: string, spans: Span[]): string {
  let [result, end] = ['', 0]
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= end) result += text.slice(end, span.start) + (span.text ?? '')
    end = Math.max(end, span.end)
  }
  // An import that has lost all of its names.
  return (result + text.slice(end)).replace(/^import (type )?\{[\s,]*\} from .*\n/gm, '')
}
