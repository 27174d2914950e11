// The exercise as a test of Jest or of Vitest. Its findings go into a file, because the reporters decorate what is printed.
import * as sdk from '@frontdesk/client-sdk'
import { writeFileSync } from 'node:fs'
import { exercise } from '../../testing/exercise.ts'

declare const test: (name: string, run: () => Promise<void>, ms: number) => void

test('the SDK keeps every promise', async () => {
  const findings = await exercise(sdk, JSON.parse(process.env.SURROUNDINGS ?? ''))
  writeFileSync(process.env.FINDINGS ?? '', JSON.stringify(findings))
}, 60_000)
