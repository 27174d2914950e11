// The SDK's hand-written modules: where generated ones find them, and the names that the package exports from them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../contract.ts'

/** The path from a generated module. */
export const runtime = '../../client-sdk/src'

const entry = readFileSync(join(projectRoot, 'client-sdk/src/index.ts'), 'utf8')

/** A type or a function of the contract must not have these names: the package would export two of one name. */
export const runtimeExports: string[] = [...entry.matchAll(/^export (?:type )?\{([^}]+)\}/gm)].flatMap(
  ([, list = '']) => list.split(',').flatMap((item) => /(\w+)\s*$/.exec(item.trim())?.[1] ?? []),
)
