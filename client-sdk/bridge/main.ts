#!/usr/bin/env node
// The program: a bridge from stdin and stdout to the service's MCP endpoint, for assistants that start a process.
import { parseArgs } from 'node:util'
import { name, title } from '../../generated/names.ts'
import { createBridge } from './bridge.ts'
import { readLines } from './lines.ts'
import { readSettings, variables, WrongSetting } from './settings.ts'
import { createTokens } from './tokens.ts'

const wrongUse = 2

const help = `Usage: ${name}-mcp

Reads messages of the Model Context Protocol from stdin, one on each line, and sends them to ${title}. Writes the answers to stdout.
An assistant starts it, with these variables:

  ${variables.url}            the address of the service, as https://api.example.com
  ${variables.token}          an access token

In the place of the token, for a program that gets its own tokens:

  ${variables.clientId}      the app client
  ${variables.clientSecret}  its secret
  ${variables.tokenUrl}      the address that gives tokens, as https://login.example.com/oauth2/token
`

const isUnknownOption = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

async function main() {
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(help)
    return
  }
  parseArgs({ options: {} })
  const { endpoint, credential } = readSettings(process.env)
  const bridge = createBridge({
    endpoint,
    tokens: createTokens(credential),
    write: (message) => process.stdout.write(`${message}\n`),
  })
  // The assistant has gone. Nobody reads what would come.
  process.stdout.on('error', () => process.exit())
  for await (const line of readLines(process.stdin)) bridge.receive(line)
  await bridge.settled()
}

// stdout carries messages alone, so everything else goes to stderr.
await main().catch((error: unknown) => {
  if (!(error instanceof WrongSetting) && !isUnknownOption(error)) throw error
  process.stderr.write(`${name}-mcp: ${error.message.split('\n', 1).join()}\n`)
  process.exitCode = wrongUse
})
