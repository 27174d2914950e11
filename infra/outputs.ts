// The outputs of a deployed stage, from the file that the deployment wrote.
import { readFile } from 'node:fs/promises'
import { outputsFile, stageNamed } from './names.ts'

/** Throws a sentence when the stage was not deployed from here, or lacks an output. */
export async function outputsOf(stage: string, { region, file = outputsFile(stage, region) }: Where = {}) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no ${file}: it is written by npm run deploy -- --stage ${stage}`)
  })
  // Safe cast: the CDK wrote it.
  const outputs = (JSON.parse(text) as Record<string, Record<string, string>>)[stageNamed(stage)] ?? {}
  return (output: string): string => {
    const value = outputs[output]
    if (value === undefined)
      throw new Error(`${file} has no ${output} of ${stageNamed(stage)}: deploy the stage again.`)
    return value
  }
}

type Where = { region?: string | undefined; file?: string }
