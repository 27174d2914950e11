// npm run token: prints a token that the local cloud accepts.
import { readOptions } from '../codegen/command.ts'
import { dropEmptyVariables } from './empty-variables.ts'
import {
  defaultPort,
  issueAccessToken,
  issueIdToken,
  issuerAt,
  loadSigningKey,
  scopes,
} from './emulators/cognito/index.ts'
import { portIn } from './port.ts'
import { runningIssuer } from './running.ts'
import { storageProblem } from './storage-problem.ts'

/** The longest lifetime that Cognito gives a token, and that the API accepts. */
const aDay = 86_400

const help = `
Usage: npm run --silent token [-- options]

Prints a token of the local user pool, by default an ID token of local-user.

  --user <name>           the signed-in user (local-user)
  --scope "<scopes>"      an access token with these scopes, separated by spaces: a program's,
                          or that user's together with --user. The API knows ${scopes.join(' and ')};
                          others are issued too, with a warning, to try what it refuses.
  --expires-in <seconds>  how long the token is valid (3600), at most a day (${aDay});
                          a negative number makes an expired one
  --help                  this text

Variables:
  DATA_DIR                where the signing key is kept (.local); npm start needs the same
  LOCAL_COGNITO_PORT      port in the token's issuer (${defaultPort}); a local cloud that runs knows it itself`

/** What is asked for; undefined after `--help`. */
const parse = () => {
  // parseArgs would take "-60" for an option. A space before it makes it a value.
  const args = process.argv.slice(2).map((arg) => (/^-\d/.test(arg) ? ` ${arg}` : arg))
  const text = { type: 'string' } as const
  const values = readOptions(help, { user: text, scope: text, 'expires-in': { ...text, default: '3600' } }, args)
  if (!values) return undefined
  const seconds = values['expires-in'].trim()
  if (!/^-?\d{1,9}$/.test(seconds) || Number(seconds) > aDay) {
    throw new Error(`--expires-in takes a whole number of seconds up to ${aDay}, not "${seconds}"`)
  }
  if (!/^\S{1,128}$/.test(values.user ?? 'local-user')) {
    throw new Error('--user takes a name of 1 to 128 characters without spaces')
  }
  const wanted = values.scope?.split(' ').filter(Boolean)
  if (wanted?.length === 0) throw new Error('--scope takes at least one scope')
  return { user: values.user, wanted, expiresIn: Number(seconds), port: portIn('LOCAL_COGNITO_PORT', defaultPort) }
}

const issue = async ({ user, wanted, expiresIn, port }: NonNullable<ReturnType<typeof parse>>) => {
  const { DATA_DIR = '.local' } = process.env
  // A free port is known to the process that has taken it.
  const configured = port === 0 ? defaultPort : port
  const issuer = (await runningIssuer(DATA_DIR)) ?? issuerAt(`http://localhost:${configured}`)
  const key = { ...(await loadSigningKey(DATA_DIR)), issuer }
  if (!wanted) return issueIdToken(key, { user: user ?? 'local-user', expiresIn })
  const unknown = wanted.filter((scope) => !scopes.includes(scope))
  if (unknown.length > 0) console.error(`token: the API knows no scope ${unknown.join(', ')}; issued all the same`)
  return issueAccessToken(key, { scope: wanted.join(' '), expiresIn, ...(user !== undefined && { user }) })
}

const fail = (exitCode: number, error: unknown) => {
  process.exitCode = exitCode
  const problem = storageProblem(error)
  if (problem !== undefined) {
    console.error(`token: ${problem}`)
    return
  }
  // The first sentence says what is wrong. parseArgs continues with its own syntax.
  const [message] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/)
  console.error(`token: ${message ?? ''} (--help lists the options)`)
}

dropEmptyVariables()
try {
  const options = parse()
  if (options) await issue(options).then(console.log, (error: unknown) => fail(1, error))
} catch (error) {
  fail(2, error)
}
