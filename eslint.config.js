// The rules of the linter: typescript-eslint's strict ones, and the layers of the architecture (who may import what).
import { builtinModules } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const root = import.meta.dirname

/** Rooms that a room may import, besides itself. Data flows to the right: spec → codegen → generated → the others. */
const rooms = {
  codegen: [],
  'client-sdk': ['generated'],
  server: ['generated'],
  'local-cloud': ['client-sdk', 'codegen', 'generated', 'server'],
  infra: ['codegen', 'generated', 'server'],
}

/** Tests and the benchmark compare rooms with each other, and a template of a server brings them together. */
const exceptions = [/\.test\.ts$/, /^(bench|client-sdk\/runtimes|codegen\/folder\/example)\//, /(^|\/)testing\//]
const known = new Set([...Object.keys(rooms), 'generated', 'testing', 'bench'])

/** Packages that only some places may import: the beginning of the package's name, and of the places' paths. */
const packages = [
  [
    /^@(aws-sdk|smithy)\//,
    [
      'server/repositories/',
      'server/services/',
      'local-cloud/',
      'infra/smoke.ts',
      'infra/cdk.ts',
      'infra/first-deployment.ts',
      'infra/aws-account.ts',
      'infra/localstack/',
      ...['canary', 'indexes', 'keys', 'migrate', 'people', 'replay', 'restore', 'rollback'].map(
        (room) => `infra/${room}/`,
      ),
    ],
  ],
  [/^openapi-backend$/, ['server/engine.ts', 'codegen/constructs/peers.ts']],
  [/^(aws-cdk-lib|cdk-nag|constructs)(\/|$)/, ['infra/']],
  [/^aws-lambda$/, ['server/lambda.ts', 'local-cloud/', 'infra/seed-resource.ts']],
  [/^openapi-fetch$/, ['testing/']],
  [/^oauth4webapi$/, ['client-sdk/src/browser-auth/']],
  [/^openapi-typescript$/, ['codegen/typescript/openapi-typescript.ts']],
]

const isBuiltin = (name) => name.startsWith('node:') || builtinModules.includes(name)

/** Says why the file must not import the module; undefined when it may. */
function refusal(file, module) {
  const [room] = file.split('/')
  if (!module.startsWith('.')) {
    if (file.startsWith('client-sdk/src/') && isBuiltin(module)) return 'The SDK runs in browsers too: nothing of Node.'
    const [, places] = packages.find(([name]) => name.test(module)) ?? []
    return places && !places.some((place) => file.startsWith(place)) ? `Only ${places.join(', ')} may.` : undefined
  }
  const [target] = relative(root, resolve(root, dirname(file), module)).split(sep)
  const allowed = rooms[room]
  if (!allowed || target === room || !known.has(target) || allowed.includes(target)) return undefined
  return `${room}/ may import ${allowed.length > 0 ? allowed.join(', ') : 'no other room'}.`
}

/** One rule for all layers. */
const layers = {
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/')
    if (exceptions.some((exception) => exception.test(file))) return {}
    const check = ({ source }) => {
      const reason = typeof source?.value === 'string' ? refusal(file, source.value) : undefined
      if (reason) context.report({ node: source, message: `${file} must not import ${source.value}. ${reason}` })
    }
    const declarations = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']
    return Object.fromEntries(declarations.map((type) => [type, check]))
  },
}

/**
 * The code that is deployed, published, or run by a developer. The constructs of infra/ are not in it: they are
 * declarations without promises, and their types, the 44 MB of aws-cdk-lib, take half of the linter's time.
 */
const typed = [
  '{codegen,local-cloud,server}/**/*.ts',
  'infra/{bundle,lambda-bundle,seed-resource,smoke}.ts',
  'client-sdk/**/*.ts',
]
/** Mistakes here fail when the tests run: vitest reports a promise that rejects and that nobody awaits. */
const untyped = ['**/*.test.ts', '**/testing/**', 'client-sdk/runtimes/**', 'client-sdk/examples/opentelemetry.ts']

export default defineConfig(
  { ignores: ['**/dist/', 'generated/', '.local/', 'cdk.out/', 'client-sdk/testing/wrong-calls.ts'] },
  { files: ['**/*.js'], extends: [tseslint.configs.base] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    plugins: { project: { rules: { layers } } },
    rules: {
      'project/layers': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Taking members out of an object by naming them is how one leaves them out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  // These rules ask the compiler for types, which takes most of the linter's time.
  {
    files: typed,
    ignores: untyped,
    extends: [tseslint.configs.strictTypeCheckedOnly, tseslint.configs.stylisticTypeCheckedOnly],
    // One program for all rooms: a second one for the SDK would parse and check the shared types again.
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60 }] },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExpressionStatement > CallExpression[callee.object.property.name=/^(rejects|resolves)$/]',
          message: 'An assertion about a promise is awaited, or returned.',
        },
      ],
    },
  },
  {
    files: [
      '{bench,codegen,local-cloud,testing}/**/*.ts',
      'client-sdk/*.ts',
      'client-sdk/{examples,runtimes,testing}/**/*.ts',
      '**/*.test.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['client-sdk/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'global',
        'require',
        '__dirname',
        '__filename',
        'setImmediate',
      ],
    },
  },
)
