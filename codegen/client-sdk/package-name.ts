// The name under which the SDK is published.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../contract.ts'

// Safe cast: npm refuses a package without a name.
const manifest = JSON.parse(readFileSync(join(projectRoot, 'client-sdk/package.json'), 'utf8')) as { name: string }

export const packageName = manifest.name
