// Node's modules are read member by member, on use. A plain `import` reads all members at start, and so loads undici, Web
// Crypto and Node's streams for the web.
import type { Plugin } from 'esbuild'
import { builtinModules } from 'node:module'

const names = new Set(builtinModules)

export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    const namespace = 'builtin'
    build.onResolve({ filter: /^(node:)?[a-z_/0-9]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '')
      // A CommonJS package's `require` reads no members, and a dynamic import is used later.
      return kind === 'import-statement' && names.has(name) ? { path: name, namespace, sideEffects: false } : undefined
    })
    // esbuild gives each member of a CommonJS module a getter.
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}
