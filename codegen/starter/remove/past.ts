// What a tree was before a resource was added: where it had the name already, the name means something else, and stays.
import { git } from '../git.ts'
import { basesOf, type Resource } from '../resources.ts'

export type Past = {
  /** It is as old as the machinery, whose tests and pages take it as their example. */
  isExample: boolean
  /** The files that there were already. */
  files: Set<string>
  /** Those of them that had its name already. */
  named: Set<string>
}

/** A tree that has this file could add a resource. */
const adds = 'codegen/starter/add.ts'

/** Tables with a row for each operation: such a row is of the resource, whatever else has its name there. */
const tables = new Set(['server/cost.test.ts', 'server/fake-cursors.test.ts', 'docs/costs.md', 'docs/failures.md'])

export async function pastOf(root: string, resource: Resource): Promise<Past> {
  const commit = await commitBefore(root, resource.name)
  if (commit === undefined) return { isExample: true, files: new Set(), named: new Set() }
  const words = [...resource.operationIds, ...basesOf(resource)].flatMap((word) => ['-e', word])
  const listed = await git(root, 'ls-tree', '-r', '-z', '--name-only', commit)
  // git fails when it finds nothing.
  const found = await git(root, 'grep', '-z', '-l', '-F', ...words, commit).catch(() => '')
  const named = found.split('\0').map((line) => line.slice(commit.length + 1))
  return {
    isExample: false,
    files: new Set(listed.split('\0')),
    named: new Set(named.filter((file) => !tables.has(file))),
  }
}

/** The last commit without the resource, if that could add it. */
async function commitBefore(root: string, name: string): Promise<string | undefined> {
  const log = ['log', '-1', '--diff-filter=A', '--format=%H', '--', `spec/${name}.yaml`]
  // A repository without a commit has no log.
  const added = (await git(root, ...log).catch(() => '')).trim()
  const commit = `${added}^`
  const isThere = await git(root, 'cat-file', '-e', `${commit}:${adds}`).then(
    () => true,
    () => false,
  )
  return added !== '' && isThere ? commit : undefined
}
