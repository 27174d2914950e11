// Modules that are bundled apart: each with all that it imports, in one file that its first use loads. When esbuild splits
// a bundle, it puts what two parts share into files that the entry loads too.
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { basename, join, relative } from 'node:path'
import { projectRoot } from '../../codegen/contract.ts'

/** @param options The options of the bundle that loads them. */
export function apart(modules: readonly string[], options: BuildOptions): Plugin {
  return {
    name: 'apart',
    setup(main) {
      const used = new Set<string>()
      const { outdir = '', sourcemap = false } = main.initialOptions
      main.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir, kind }) => {
        const module = relative(projectRoot, join(resolveDir, path))
        if (kind !== 'dynamic-import' || !modules.includes(module)) return undefined
        used.add(module)
        return { path: `./${fileOf(module)}`, external: true }
      })
      main.onStart(() => used.clear())
      main.onEnd(async (result) => {
        for (const module of used) {
          const { outputFiles, metafile } = await build({
            ...options,
            entryPoints: { [basename(module, '.ts')]: module },
            ...{ outdir, sourcemap, splitting: false, write: false, metafile: true },
          })
          result.outputFiles?.push(...outputFiles)
          Object.assign(result.metafile?.outputs ?? {}, metafile.outputs)
          Object.assign(result.metafile?.inputs ?? {}, metafile.inputs)
        }
      })
    },
  }
}

const fileOf = (module: string) => `${basename(module, '.ts')}.mjs`
