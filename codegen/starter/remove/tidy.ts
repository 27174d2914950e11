// Takes out of a file what nothing in it uses any more: imports, and declarations that are not exported.
import ts from 'typescript'
import { spanOf, without } from './unit.ts'

export function tidy(name: string, text: string): string {
  for (let before = text; ;) {
    const file = ts.createSourceFile(name, before, ts.ScriptTarget.Latest, true)
    const uses = usesIn(file)
    const unused = declarationsOf(file).filter(({ names }) => names.every((own) => (uses.get(own) ?? 0) <= 1))
    const empty = file.statements.flatMap((statement) => emptyGroups(statement))
    const after = without(
      before,
      [...unused.map(({ node }) => node), ...empty].map((node) => spanOf(file, node)),
    )
    if (after === before) return after
    before = after
  }
}

/** How often each identifier is written, its declaration among them. */
function usesIn(file: ts.SourceFile): Map<string, number> {
  const uses = new Map<string, number>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) uses.set(node.text, (uses.get(node.text) ?? 0) + 1)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return uses
}

type Declared = { node: ts.Node; names: string[] }

function declarationsOf(file: ts.SourceFile): Declared[] {
  return file.statements.flatMap((statement): Declared[] => {
    if (ts.isImportDeclaration(statement)) return importedBy(statement)
    if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport)) return []
    if (ts.isVariableStatement(statement)) {
      const names = statement.declarationList.declarations.map((declaration) => declaration.name)
      if (!names.every((name) => ts.isIdentifier(name))) return []
      return [{ node: statement, names: names.map((name) => name.text) }]
    }
    const isNamed = ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
    // An empty list of names would be used by nobody.
    return isNamed && statement.name ? [{ node: statement, names: [statement.name.text] }] : []
  })
}

const isExport = ({ kind }: ts.ModifierLike) => kind === ts.SyntaxKind.ExportKeyword

function importedBy({ importClause }: ts.ImportDeclaration): Declared[] {
  const bindings = importClause?.namedBindings
  if (!bindings || !ts.isNamedImports(bindings)) return []
  return bindings.elements.map((node) => ({ node, names: [node.name.text] }))
}

/** A group of tests in which no test is left. */
function emptyGroups(statement: ts.Statement): ts.Node[] {
  const text = statement.getText()
  return /^describe\b/.test(text) && !/(?<![\w.])(test|it) *[.(]/.test(text.replace(/^describe\S*/, ''))
    ? [statement]
    : []
}
