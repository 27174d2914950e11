// Writes copies of the agents' files to dist/agents, filled with an administrator's values.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { projectRoot } from '../contract.ts'
import type { Platform } from '../model.ts'
import { readModel } from '../read.ts'
import { renderAgents } from './index.ts'
import { membersIn } from './placeholders.ts'
import { readAgentConfig } from './agent-config.ts'
import { fillAgents } from './fill-agents.ts'

/** Returns the paths that were written. The values that the files of these platforms need must be there. */
export async function writeFilledAgents(configFile: string, platforms?: Platform[]): Promise<string[]> {
  const model = await readModel()
  // An administrator could take a file of an earlier run for one of this run.
  for (const name of Object.keys(renderAgents(model))) await rm(join(projectRoot, 'dist/agents', name), { force: true })
  const files = Object.fromEntries(
    Object.entries(renderAgents(model, platforms)).map(([name, document]) => [
      `agents/${name}`,
      JSON.stringify(document),
    ]),
  )
  const config = await readAgentConfig(configFile, membersIn(Object.values(files)))
  const filled = Object.entries(fillAgents(files, config)).map(([path, text]) => ({ path: `dist/${path}`, text }))
  for (const { path, text } of filled) {
    await mkdir(dirname(join(projectRoot, path)), { recursive: true })
    await writeFile(join(projectRoot, path), text)
  }
  return filled.map(({ path }) => path)
}
