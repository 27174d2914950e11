// The tests in four groups. `npm run test:unit` runs the first alone, the inner loop of a developer.
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { defineConfig, type TestUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const rooms = '{bench,client-sdk,codegen,infra,local-cloud,server,testing}'

/** These start the local cloud in their own process: a worker can have it once. */
const cloudsOfInfra = ['infra/smoke.test.ts', 'infra/canary/canary.test.ts']

/** These start programs: the local cloud, a browser, npm, a compiler. The longest come first. */
const processes = [
  'client-sdk/package.test.ts',
  'client-sdk/mock.test.ts',
  'client-sdk/src/log.test.ts',
  'codegen/starter/{programs,refusals,tree,new/project,remove/remove,upgrade/upgrade}.test.ts',
  'local-cloud/main.test.ts',
  'codegen/generate.test.ts',
  'codegen/agents/main.test.ts',
  'codegen/docs/index.test.ts',
  'codegen/journeys/main.test.ts',
  'local-cloud/durability.test.ts',
  'codegen/agents/lint/main.test.ts',
  'codegen/release/breaking-changes.test.ts',
  'local-cloud/{address,cloud,developer-settings,end-with-npm,mcp,mock,running,token}.test.ts',
  'local-cloud/emulators/s3/bucket.test.ts',
  ...cloudsOfInfra,
  'local-cloud/pages/*.test.ts',
  'server/{described,log,metrics,operation,repositories/grants}.test.ts',
  'testing/*.test.ts',
]

/** These start no process, but each takes many seconds: large tables, and thousands of random requests. */
const slow = ['server/engine.test.ts', 'server/http/products.page-cost.test.ts']

/** These synthesize the CDK app, or bundle what it deploys. Loading the CDK takes longer than most of them. */
const infra = ['infra/**/*.test.ts']

/** `npm run test:long` runs these. */
const long = '**/*.long.test.ts'
const notHere = ['**/node_modules/**', long]

/** Each worker loads the modules once, for all its files. */
const shared: TestUserConfig = { isolate: false, setupFiles: ['testing/own-environment.ts'] }

/** The groups, and the files of a list, in this order: a long file at the end would keep one core busy, and the others idle. */
const order = ['processes', 'infra', 'slow', 'unit']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const listed = [...processes, ...slow].indexOf(relative(import.meta.dirname, moduleId))
      return order.indexOf(project.name) * 1000 + (listed < 0 ? 999 : listed)
    }
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => place(a) - place(b))
  }
}

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
    // The processors work half of the time: many tests wait for programs that they start, or for a deadline.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    projects: [
      group('unit', {
        include: [`${rooms}/**/*.test.ts`],
        exclude: [...notHere, ...slow, ...processes, ...infra],
        pool: 'threads',
        ...shared,
      }),
      group('slow', { include: slow, exclude: notHere, pool: 'threads', ...shared }),
      group('infra', { include: infra, exclude: [...notHere, ...cloudsOfInfra], pool: 'forks', ...shared }),
      group('processes', {
        include: processes,
        exclude: notHere,
        pool: 'forks',
        // The programs that the tests start do not compile the same modules again and again.
        env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/frontdesk/compile') },
      }),
    ],
  },
})
