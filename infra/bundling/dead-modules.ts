// Modules that openapi-backend loads, and that nobody calls. With another version the build fails, as in replaced.ts.
import type { Plugin } from 'esbuild'
import { hasMedia, hasReadings } from '../../generated/routes.ts'
import { packageAt } from './package-at.ts'

/**
 * openapi-backend never calls these with a compiled contract. They read and validate documents, mock answers, route and
 * validate (with Ajv, qs and cookie). Of lodash it calls three functions only.
 */
export const dead =
  /^(openapi-schema-validator|dereference-json-schema|mock-json-schema|\.\/refparser|\.\/router|\.\/validation)$/

/** The version whose calls were read. */
const readVersion = '5.21.2'

/** Modules of the server that read what no route of this contract has. Their functions are not called. */
const unused = [...(hasReadings ? [] : ['any-parameters']), ...(hasMedia ? [] : ['any-body'])].map(
  (module) => `/${module}.ts`,
)

const lodash = `
exports.flatMap = (list, map) => (list.length === 1 ? map(list[0]) : list.flatMap(map))
exports.includes = (list, item) => list.includes(item)
exports.keys = Object.keys
`

/** @param version Another version, for a test. */
export const withoutDeadModules = (version = readVersion): Plugin => ({
  name: 'without-dead-modules',
  setup(build) {
    const namespace = 'replaced'
    build.onResolve({ filter: new RegExp(`${dead.source}|^lodash$`) }, ({ path, importer }) => {
      const from = packageAt(importer, 'openapi-backend')
      if (!from) return undefined
      if (from.version === version) return { path, namespace }
      const text = `openapi-backend is ${from.version}. What stands in the place of its ${path} was made for ${version}. Compare the package in both versions, then change it and its version in infra/bundling/dead-modules.ts.`
      return { errors: [{ text }] }
    })
    build.onResolve({ filter: /\/any-(body|parameters)\.ts$/ }, ({ path }) =>
      unused.some((module) => path.endsWith(module)) ? { path: 'unused', namespace } : undefined,
    )
    build.onLoad({ filter: /^unused$/, namespace }, () => ({
      contents: 'export const readAll = undefined, readAnyBody = undefined',
    }))
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: path === 'lodash' ? lodash : '' }))
  },
})
