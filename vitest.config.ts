import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{codegen,server}/**/*.test.ts'],
    // Several tests start the whole local cloud.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
