// npm run ci:last-deployment: the commit that was last deployed to an environment and passed, for a rollback.
import { readOptions } from '../command.ts'
import { openGitHub, tell, type GitHub } from './github.ts'

const help = `
Usage: npm run ci:last-deployment -- --environment <name>

Prints the commit of the newest deployment to the environment that succeeded, and gives it to the workflow as the output
\`sha\`. It is empty when there is none.

  --environment <name>   the environment of GitHub: a stage
  --help                 this text`

/** As many deployments as are looked at. */
const newest = 30

export async function lastDeployment(github: GitHub, environment: string): Promise<string> {
  const query = new URLSearchParams({ environment, per_page: String(newest) })
  // Safe cast: GitHub's answers have these members, the newest first.
  const deployments = (await github('GET', `/deployments?${query.toString()}`)) as { id: number; sha: string }[]
  for (const { id, sha } of deployments) {
    const statuses = (await github('GET', `/deployments/${id}/statuses?per_page=100`)) as { state: string }[]
    // A later deployment makes an older success inactive. The one of this very job is still in progress.
    if (statuses.some(({ state }) => state === 'success')) return sha
  }
  return ''
}

if (import.meta.main) {
  try {
    const options = readOptions(help, { environment: { type: 'string' } })
    if (options) {
      if (!options.environment) throw new Error('give --environment, the name of a stage (--help lists the options)')
      const sha = await lastDeployment(openGitHub(process.env), options.environment)
      process.stdout.write(`${sha || 'There is none.'}\n`)
      await tell(process.env.GITHUB_OUTPUT, `sha=${sha}`)
    }
  } catch (error) {
    process.stderr.write(`ci:last-deployment: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
