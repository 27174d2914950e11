import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{bench,client-sdk,codegen,infra,local-cloud,server,testing}/**/*.test.ts'],
    // Imports of CommonJS mean in tests what they mean in Node.
    deps: { interopDefault: false },
    // Several tests start the whole local cloud.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
