// Modules that are loaded one after another, in one file: each file costs a first request half a millisecond of processor
// time. When esbuild splits a bundle, it puts what two parts share into another file, so these modules have a copy of it.
import type { Plugin } from 'esbuild'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { projectRoot } from '../../codegen/contract.ts'

type Options = {
  /** Each name that they export is in one of them only. The last one gives the file its name. Others can be absent. */
  modules: readonly string[]
  /** The folders of all that they import. */
  folders: readonly string[]
  /** Modules with functions only. They keep nothing, so that two copies are as good as one. */
  copied: readonly string[]
}

/** All paths begin at the root of the project. */
export function together({ modules: all, folders, copied }: Options): Plugin {
  const modules = all.filter((module) => existsSync(join(projectRoot, module)))
  const [namespace, copy] = ['together', 'copy']
  const beginsWithOne = (path: string, beginnings: readonly string[]) =>
    beginnings.some((beginning) => path.startsWith(beginning))
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, importer, namespace: from, resolveDir, kind }) => {
        const module = relative(projectRoot, join(resolveDir, path))
        if (kind === 'dynamic-import') {
          return modules.includes(module) ? { path: modules.at(-1) ?? '', namespace } : undefined
        }
        const isUsedHere = from === copy || beginsWithOne(relative(projectRoot, importer), folders)
        return isUsedHere && beginsWithOne(module, copied) ? { path: module, namespace: copy } : undefined
      })
      build.onLoad({ filter: /./, namespace }, () => ({
        contents: modules.map((module) => `export * from './${module}'`).join(';'),
        resolveDir: projectRoot,
      }))
      build.onLoad({ filter: /./, namespace: copy }, async ({ path }) => ({
        contents: await readFile(join(projectRoot, path)),
        loader: 'ts',
        resolveDir: dirname(join(projectRoot, path)),
      }))
    },
  }
}
