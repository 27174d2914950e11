// Every member that a user of the SDK can write or read has a text, which the editor shows.
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const entries = ['index', 'observe', 'validate', 'browser-auth/index', '../../generated/client-sdk/msw']
  .concat('../../generated/client-sdk/react-query')
  .map((name) => file(`${name}.ts`))
const program = ts.createProgram(entries, {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
})
const checker = program.getTypeChecker()

/** The text of the member, and its tags. */
const textOf = (symbol: ts.Symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker))
const tagsOf = (symbol: ts.Symbol) =>
  symbol.getJsDocTags(checker).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`)

/** Whether our own sources declare it: members of arrays and texts are the language's. */
const isOurs = (symbol: ts.Symbol) =>
  symbol.declarations?.some((declaration) =>
    /\/(generated|client-sdk)\//.test(declaration.getSourceFile().fileName),
  ) === true

type Member = { path: string; symbol: ts.Symbol }

/** The members of a type, and those of the objects and lists in them. */
function membersOf(type: ts.Type, path: string, open: ts.Type[] = []): Member[] {
  if (open.includes(type)) return []
  const parts = type.isUnionOrIntersection() ? type.types : [type]
  return parts.flatMap((part) => {
    const items = checker.isArrayType(part) ? checker.getTypeArguments(part as ts.TypeReference) : []
    const own = part.flags & ts.TypeFlags.Object ? checker.getPropertiesOfType(part).filter(isOurs) : []
    return [
      ...items.flatMap((item) => membersOf(item, `${path}[]`, [...open, type])),
      ...own.flatMap((symbol) => [
        { path: `${path}.${symbol.name}`, symbol },
        ...membersOf(checker.getTypeOfSymbol(symbol), `${path}.${symbol.name}`, [...open, type]),
      ]),
    ]
  })
}

const exported = entries.flatMap((entry) => {
  const source = program.getSourceFile(entry)
  const moduleSymbol = source && checker.getSymbolAtLocation(source)
  return (moduleSymbol ? checker.getExportsOfModule(moduleSymbol) : []).map((symbol) => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }))
})
/** Types that are keyed by operationIds, paths and statuses. */
const maps = ['paths', 'OperationId', 'PathOf', 'RequestOptions', 'ProblemOf']
const isInternal = (symbol: ts.Symbol) => symbol.getJsDocTags(checker).some(({ name }) => name === 'internal')
const ofTypes = exported
  .filter(({ name, symbol }) => !maps.includes(name) && symbol.flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Interface))
  .flatMap(({ name, symbol }) => membersOf(checker.getDeclaredTypeOfSymbol(symbol), name))
/** What functions take and give, which may be types without a name. */
const ofFunctions = exported
  .filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Value)
  .flatMap(({ name, symbol }) =>
    checker
      .getTypeOfSymbol(symbol)
      .getCallSignatures()
      .flatMap((signature) => [
        ...membersOf(signature.getReturnType(), `${name}()`),
        ...signature
          .getParameters()
          .flatMap((parameter) => membersOf(checker.getTypeOfSymbol(parameter), `${name}(${parameter.name})`)),
      ]),
  )
const members = [...ofTypes, ...ofFunctions].filter(({ symbol }) => !isInternal(symbol))
const ownText = /^(Case|CaseInput|CasePatch|Event|Product|Problem|Order|User|Customer|Status)\./

test('every export has a text', () => {
  expect(exported.length).toBeGreaterThan(80)
  expect(
    exported.filter(({ name, symbol }) => name !== 'paths' && textOf(symbol) === '').map(({ name }) => name),
  ).toEqual([])
})

test('every member has a text, those behind a reference too', () => {
  expect(members.length).toBeGreaterThan(250)
  expect(members.filter(({ path }) => ownText.test(path)).length).toBeGreaterThan(60)
  expect([...new Set(members.filter(({ symbol }) => textOf(symbol) === '').map(({ path }) => path))]).toEqual([])
})

test('defaults and examples are tags', () => {
  const tags = (path: string) =>
    members.filter((member) => member.path === path).flatMap(({ symbol }) => tagsOf(symbol))
  expect(tags('ListCasesQuery.limit')).toEqual(['@default 25', '@example 25'])
  expect(tags('Case.metadata')).toEqual([expect.stringMatching(/^@example ```json\n\{[^]*"site": "A4"/)])
  expect(tags('ListCasesQuery.status')).toEqual(['@example open'])
  const sdk = { attemptTimeout: 30_000, timeout: 90_000, maxRetries: 2, baseDelay: 500, maxDelay: 8_000 }
  for (const [name, value] of Object.entries(sdk)) {
    const [tag = '', ...others] = tags(`CallOptions.${name}`)
    expect([tag.replaceAll('_', ''), others]).toEqual([`@default ${value}`, []])
  }
  expect(tags('BrowserAuthOptions.storage')).toEqual(["@default 'session'"])
  expect(tags('WaitOptions.timeout')).toContain('@default 120_000')
})
