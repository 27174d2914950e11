// The end of each command: the files are shown, or carried into the tree.
import { apply, changesOf, listOf } from './tree.ts'

/** Says what happens meanwhile, on stderr: stdout has the result alone. */
export const tell = (step: string) => void process.stderr.write(`${step} …\n`)

const generatedFiles = /^(generated|infra\/golden)\//

export async function finish(root: string, copy: string, isDryRun: boolean): Promise<void> {
  const changes = await changesOf(root, copy)
  const own = changes.filter(({ path }) => !generatedFiles.test(path))
  const rest = changes.length - own.length
  const more = rest > 0 ? `  and ${rest} that \`npm run generate\` and \`npm run synth\` write\n` : ''
  if (isDryRun) {
    process.stdout.write(`Would write:\n${listOf(own)}${more}`)
    return
  }
  await apply(root, copy, changes)
  process.stdout.write(`${listOf(own)}${more}`)
}
