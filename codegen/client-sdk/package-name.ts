// The name and the version under which the SDK is published.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../contract.ts'

// Safe cast: npm refuses a package without a name and a version.
const manifest = JSON.parse(readFileSync(join(projectRoot, 'client-sdk/package.json'), 'utf8')) as {
  name: string
  version: string
}

export const packageName = manifest.name
export const packageVersion = manifest.version
