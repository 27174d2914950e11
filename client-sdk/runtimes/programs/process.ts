// The exercise as a program: its surroundings are the first argument, and it prints what it found.
import * as sdk from '@frontdesk/client-sdk'
import { createRequire } from 'node:module'
import { exercise } from '../../testing/exercise.ts'

const findings = await exercise(sdk, JSON.parse(process.argv[2] ?? ''))
// Safe cast: the package has these members.
const required = createRequire(import.meta.url)('@frontdesk/client-sdk') as typeof sdk
if (required.createFrontdesk !== sdk.createFrontdesk) findings.broken.push('require() gives another module than import')
console.log(JSON.stringify(findings))
