// A file of an installed package → the package's version, and the file's path in the package.
import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

const versions = new Map<string, string>()

/** Undefined when the file is not one of this package, but of a package inside it, for example. */
export function packageAt(path: string, name: string): { version: string; file: string } | undefined {
  const whole = path.split(sep).join('/')
  const root = `node_modules/${name}/`
  const at = whole.lastIndexOf(root)
  const file = whole.slice(at + root.length)
  return at === -1 || file.includes('node_modules/')
    ? undefined
    : { version: versionOf(whole.slice(0, at + root.length)), file }
}

function versionOf(folder: string): string {
  const known = versions.get(folder)
  if (known !== undefined) return known
  const manifest = join(folder, 'package.json')
  const { version } = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string })
    : { version: 'unknown' }
  versions.set(folder, version)
  return version
}
