// npm run agents:lint: checks anyone's documents by the rules of the agent platforms.
import { run } from './run.ts'

// A reader such as head may close the pipe early.
process.stdout.on('error', () => process.exit())

try {
  const { exitCode, out, err } = await run(process.argv.slice(2))
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = exitCode
} catch (error) {
  process.stderr.write(`agents:lint has a defect, please report it: ${String(error).split('\n', 1)[0] ?? ''}\n`)
  process.exitCode = 2
}
