// GitHub's API, as a job of a workflow reaches it: with the job's own token, for its own repository.
import { appendFile } from 'node:fs/promises'

export type Environment = Partial<Record<string, string>>

export type GitHub = (method: string, path: string, body?: unknown) => Promise<unknown>

/** Sends requests below /repos/<owner>/<name>. Throws when GitHub refuses one. */
export function openGitHub({ GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN }: Environment): GitHub {
  if (!GITHUB_API_URL || !GITHUB_REPOSITORY || !GITHUB_TOKEN)
    throw new Error(
      'this is no job of GitHub Actions: GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are its variables',
    )
  return async (method, path, body) => {
    const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`, {
      method,
      headers: { authorization: `Bearer ${GITHUB_TOKEN}`, accept: 'application/vnd.github+json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Refused(`GitHub answers ${response.status} to ${method} ${path}`, response.status)
    // Safe cast: each caller knows the members of its answer.
    return (await response.json()) as unknown
  }
}

export class Refused extends Error {
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/** Adds to a file that GitHub reads after the step, if there is one: the summary, or the outputs. */
export async function tell(file: string | undefined, text: string) {
  if (file) await appendFile(file, `${text}\n`)
}
