// The compiler's settings of a folder. MSW, TanStack Query and zod are peers: their files are checked where they are installed.
const strict = {
  target: 'es2024',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  types: [] as string[],
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: true,
}

const withPeers = [
  'client-sdk/msw.ts',
  'client-sdk/react-query.ts',
  'client-sdk/zod.ts',
  'client-sdk/runtime/mock-handlers.ts',
  'client-sdk/runtime/query-options.ts',
  'client-sdk/runtime/zod-parts.ts',
]

export const settings = {
  compilerOptions: { ...strict, lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'] },
  include: ['*.ts', 'client-sdk', 'events', 'validators'],
  exclude: ['example', ...withPeers],
}

/** Of the files that need msw, @tanstack/query-core, zod and @types/node. */
export const settingsWithPeers = {
  extends: './tsconfig.json',
  compilerOptions: { types: ['node'] },
  include: ['*.ts', 'client-sdk', 'example', 'events', 'validators'],
  exclude: [],
}

/** An ES module by its package, so that Node runs the files as they are. */
export const packageOf = (name: string) => ({ name, private: true, type: 'module' })
