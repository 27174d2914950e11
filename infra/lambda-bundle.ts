// How a Lambda's code is bundled: minified, the AWS SDK in it, what is first used later apart, and nothing that is dead.
import type { BuildOptions, Plugin } from 'esbuild'
import { projectRoot } from '../codegen/contract.ts'

/**
 * Modules that openapi-backend loads and, over a compiled contract, never calls: the reader and validator of documents,
 * the mock, its own router and validator (with Ajv, qs and cookie beneath them), and all of lodash but three functions.
 */
const dead =
  /^(openapi-schema-validator|dereference-json-schema|mock-json-schema|\.\/refparser|\.\/router|\.\/validation)$/

const lodash = `
exports.flatMap = (list, map) => list.flatMap(map)
exports.includes = (list, item) => list.includes(item)
exports.keys = Object.keys
`

const withoutDeadModules: Plugin = {
  name: 'without-dead-modules',
  setup(build) {
    const namespace = 'replaced'
    build.onResolve({ filter: dead }, ({ path, importer }) =>
      /[\\/]openapi-backend[\\/]/.test(importer) ? { path, namespace } : undefined,
    )
    build.onResolve({ filter: /^lodash$/ }, ({ path, importer }) =>
      /[\\/]openapi-backend[\\/]/.test(importer) ? { path, namespace } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: path === 'lodash' ? lodash : '' }))
  },
}

/** @param entry The module in the project whose exports are the handlers. */
export function lambdaBuild(entry: string) {
  return {
    absWorkingDir: projectRoot,
    entryPoints: { index: entry },
    outdir: 'dist/lambda',
    outExtension: { '.js': '.mjs' },
    // The caller says where the files go.
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // Only ES modules can be split: what is imported on first use lies in files that are read, and parsed, no sooner.
    format: 'esm',
    splitting: true,
    // What CommonJS packages require of Node stays a `require`; this one is at hand, and need not be made in every file.
    banner: { js: 'const require=process.getBuiltinModule;' },
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    // What reads them, when an error is logged.
    inject: ['server/stack-traces.ts'],
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [withoutDeadModules],
  } satisfies BuildOptions
}
