// The process that generates for --watch. It stays, so that Redocly and codegen are loaded once.
import { findingsIn } from '../../codegen/lint/findings.ts'
import { generate } from '../../codegen/generate.ts'

export type Outcome = { changed: string[] } | { findings: string[] }

async function generateIfValid(): Promise<Outcome> {
  const findings = await findingsIn()
  return findings.length > 0 ? { findings } : { changed: await generate() }
}

process.on('message', () => {
  generateIfValid()
    .catch((error: unknown): Outcome => ({ findings: [error instanceof Error ? error.message : String(error)] }))
    .then((outcome) => process.send?.(outcome))
    .catch((error: unknown) => console.error(error))
})
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group. The process that watches ends this one.
process.on('SIGINT', () => undefined)
