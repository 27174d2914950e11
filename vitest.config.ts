// The tests in three groups: without a process of their own, infra, and those that start processes.
import { defineConfig, type TestUserConfig } from 'vitest/config'

const rooms = '{bench,client-sdk,codegen,infra,local-cloud,server,testing}'

/** These start programs: the local cloud, a browser, npm, a compiler. */
const processes = [
  'client-sdk/{browser,examples,package}.test.ts',
  'codegen/docs/index.test.ts',
  'codegen/generate.test.ts',
  'codegen/release/breaking-changes.test.ts',
  'local-cloud/{address,cloud,main,mock,token,watch,workflow}.test.ts',
  'local-cloud/pages/*.test.ts',
  'server/{log,metrics,operation}.test.ts',
  'testing/{docs,layers,removal,words}.test.ts',
]

/** These synthesize the CDK app, or bundle what it deploys. */
const infra = ['infra/**/*.test.ts']

const group = (name: string, settings: TestUserConfig) => ({
  extends: true as const,
  test: { name, ...settings },
})

export default defineConfig({
  test: {
    // Imports of CommonJS mean in tests what they mean in Node.
    deps: { interopDefault: false },
    // Several tests start the whole local cloud.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Each thread loads the modules once, for all its files.
      group('unit', {
        include: [`${rooms}/**/*.test.ts`],
        exclude: ['**/node_modules/**', ...processes, ...infra],
        pool: 'threads',
        isolate: false,
        setupFiles: ['testing/own-environment.ts'],
      }),
      group('infra', { include: infra, pool: 'forks' }),
      group('processes', { include: processes, pool: 'forks' }),
    ],
  },
})
