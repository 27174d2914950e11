// The tests of `npm run test:long`: too long for `npm test`. CI runs both.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    deps: { interopDefault: false },
    include: [
      '{bench,client-sdk,codegen,infra,local-cloud,server,testing}/**/*.long.test.ts',
      // With more documents than in `npm test`.
      'codegen/agents/lint/mutated-documents.test.ts',
    ],
    env: { AGENTS_LINT_RUNS: '10000' },
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    // Many of these tests wait for programs that they start.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
