// What the linter holds: typescript-eslint's strict rules, and the seams of the architecture (who may import what).
import { defineConfig } from 'eslint/config'
import { builtinModules } from 'node:module'
import tseslint from 'typescript-eslint'

const aws = {
  group: ['@aws-sdk/*', '@smithy/*'],
  message: 'AWS SDK: server/repositories, services, workflow and local, and infra/smoke.ts only.',
}
const engine = {
  group: ['openapi-backend'],
  message: 'openapi-backend: server/backend.ts and codegen/validators.ts only.',
}
const infra = { group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'cdk-nag', 'constructs'], message: 'The CDK: infra only.' }
const events = {
  // Anchored: aws-cdk-lib/aws-lambda is another.
  group: ['/aws-lambda'],
  message: 'Lambda event shapes: server/lambda.ts, server/local and infra/catalogue-resource.ts only.',
}
const local = { group: ['**/local/*', '**/testing/*'], message: 'Production code never imports the local cloud.' }

const builtin = { group: ['node:*', ...builtinModules], message: 'The SDK runs in browsers too: nothing of Node.' }
const core = { group: ['openapi-fetch'], message: 'openapi-fetch: client-sdk/src/exchange.ts only.' }

const seams = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

export default defineConfig(
  { ignores: ['**/dist/', 'generated/', '.local/', 'cdk.out/', 'client-sdk/testing/wrong-calls.ts'] },
  { files: ['**/*.js'], extends: [tseslint.configs.base] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Taking members out of an object by naming them is how one leaves them out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
  // What they import is not part of the install, so that its types are not known here.
  { files: ['bench/apps/peers/*.ts'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['server/**/*.ts'], rules: seams(aws, engine, events, local, infra) },
  { files: ['server/{repositories,services,workflow}/**/*.ts'], rules: seams(engine, events, local, infra) },
  { files: ['server/backend.ts'], rules: seams(aws, events, local, infra) },
  { files: ['server/lambda.ts'], rules: seams(aws, engine, local, infra) },
  {
    files: ['server/local/**/*.ts', 'server/testing/**/*.ts', '**/*.test.ts'],
    rules: { 'no-restricted-imports': 'off', 'no-console': 'off' },
  },
  { files: ['codegen/**/*.ts'], rules: { 'no-console': 'off', ...seams(aws, engine, events, infra) } },
  { files: ['codegen/validators.ts'], rules: seams(aws, events, infra) },
  {
    files: ['infra/**/*.ts'],
    ignores: ['infra/testing/**', '**/*.test.ts'],
    rules: seams(aws, engine, events, local),
  },
  // It runs beside the stack and not in it: it signs its test user up as a client of Cognito.
  { files: ['infra/smoke.ts'], rules: seams(engine, events, local) },
  { files: ['infra/catalogue-resource.ts'], rules: seams(aws, engine, local) },
  {
    files: ['client-sdk/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...seams(builtin, core, aws, local),
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
  { files: ['client-sdk/src/exchange.ts'], rules: seams(builtin, aws, local) },
  { files: ['client-sdk/{examples,testing}/**/*.ts', 'client-sdk/*.ts'], rules: { 'no-console': 'off' } },
)
