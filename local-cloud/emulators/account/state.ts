// What the account's emulator keeps: secrets, API keys and dead letters, in memory or in one file.
import { readFileSync, writeFileSync } from 'node:fs'

export type SecretVersion = { id: string; text: string; stages: string[] }
export type ApiKey = { id: string; name: string; value: string; enabled: boolean; planIds: string[] }
export type Letter = { id: string; body: string; attributes: Record<string, string> }

export type AccountState = {
  secrets: Record<string, SecretVersion[]>
  keys: ApiKey[]
  letters: Letter[]
}

/** @param file Where the state is kept; without it the state ends with the process. */
export function openState(file?: string) {
  const state: AccountState = { secrets: {}, keys: [], letters: [], ...(file !== undefined && readIn(file)) }
  return {
    state,
    save: () => {
      if (file !== undefined) writeFileSync(file, JSON.stringify(state), { mode: 0o600 })
    },
  }
}

function readIn(file: string): Partial<AccountState> {
  try {
    // Safe cast: only `save` writes the file.
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<AccountState>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
