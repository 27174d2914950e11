// A failure that its sentence explains: it is printed as one line, without a stack.

export class Refusal extends Error {}

/** A person has ended a question by Ctrl+C. */
export class Stopped extends Error {}

const exitCodeOfSigint = 130

/** Runs a command of this folder. A refusal is one line, and the exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // A reader that has gone, as `head` does, stops no command half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  try {
    await command()
  } catch (error) {
    if (error instanceof Stopped) process.exit(exitCodeOfSigint)
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
