// A failure that its sentence explains: it is printed as one line, without a stack.

export class Refusal extends Error {}

/** Runs a command of this folder. A refusal is one line, and the exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
