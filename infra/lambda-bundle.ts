// How the code of a Lambda function is bundled: minified, with the AWS SDK, split by first use, without dead modules.
import type { BuildOptions, Plugin } from 'esbuild'
import { projectRoot } from '../codegen/contract.ts'
import { apart } from './bundling/apart.ts'
import { lazyBuiltins } from './bundling/builtins.ts'
import { withoutDeadModules } from './bundling/dead-modules.ts'
import { replaced, replacedAtStart } from './bundling/replaced.ts'
import { together } from './bundling/together.ts'

/** What most requests do not need. */
const usedLater = [
  ...['s3-client', 'step-functions-client', 'bedrock-client', 'presigner'].map((name) => `server/services/${name}.ts`),
  'server/contract.ts',
  'server/error-log.ts',
]

/** What the first request of an assistant loads. The service's own assistant needs the copied modules too. */
const forAssistants = together({
  modules: ['generated/validators/mcp.js', 'server/assistants.ts'],
  folders: ['server/mcp/', 'server/auth/'],
  copied: ['server/tools/', 'server/http/own-address.ts'],
})

/** The entry, after the module that makes stack traces name the sources. As one of esbuild's `inject`, all files would import it. */
const withStackTraces: Plugin = {
  name: 'with-stack-traces',
  setup(build) {
    const namespace = 'with-stack-traces'
    build.onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'entry-point' ? { path, namespace, pluginData: path } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `import './server/stack-traces.ts'; export * from './${path}'`,
      resolveDir: projectRoot,
    }))
  },
}

/** @param entry The module whose exports are the handlers, from the root of the project. */
export function lambdaBuild(entry: string) {
  const options = {
    absWorkingDir: projectRoot,
    entryPoints: { index: entry },
    outdir: 'dist/lambda',
    outExtension: { '.js': '.mjs' },
    // The caller writes the files.
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // Only ES modules can be split. A module that is imported on first use is in a file that is not read before.
    format: 'esm',
    splitting: true,
    // CommonJS packages call `require` for Node's modules. This one needs no createRequire in every file.
    banner: { js: 'const require=process.getBuiltinModule;' },
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [withoutDeadModules(), lazyBuiltins, replaced] as Plugin[],
  } satisfies BuildOptions
  return {
    ...options,
    // Looking for these loads them. No body is a stream of the web where DynamoDB alone is called.
    define: { ReadableStream: 'undefined', Blob: 'undefined' },
    plugins: [withStackTraces, apart(usedLater, options), forAssistants, replacedAtStart, ...options.plugins],
  }
}
