// Reads the values of environment variables, and refuses those that cannot be used.

type Environment = NodeJS.ProcessEnv

export const requiredIn =
  (env: Environment) =>
  (variable: string): string => {
    const value = env[variable]
    if (!value) throw new Error(`The environment variable ${variable} is not set.`)
    return value
  }

export const numberIn =
  (env: Environment) =>
  (variable: string, fallback: number): number => {
    const value = Number(env[variable] ?? fallback)
    if (Number.isNaN(value)) throw new Error(`The environment variable ${variable} must be a number.`)
    return value
  }

/** The values of a variable that holds several, separated by commas. */
export const listOf = (text: string) => text.split(',').flatMap((value) => value.trim() || [])
