// Finds the programs that tests need on this machine.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export function findChromium(): string | undefined {
  // The launch refuses a wrong path. The test must not be skipped then: somebody meant it to run.
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return process.env.CHROMIUM_PATH || findExecutable(names)
}

export function findFirefox(): string | undefined {
  return process.env.FIREFOX_PATH || findExecutable(['firefox-esr', 'firefox'])
}

/** The path of the first program that is installed. */
function findExecutable(names: string[]): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)]
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
