// npm run try:contract -- FILE…: says of each document whether it works, is refused, or goes wrong.
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { tryContract } from './try-contract.ts'

const help = `
Usage: npm run try:contract -- [options] <file>…

Takes each document through the whole pipeline: it is generated and type-checked, its validators are loaded, and every
operation is called through the SDK and its mock, with a valid and an invalid request.

  works    all of that is right
  refused  the document has findings, which are printed with their places
  WRONG    anything else, with what went wrong

Exits 1 when a document is WRONG, or when an operation is unclear: no value was found to try it with.

  --all    prints all reasons; without it the first three of each document
  --help   this text`

const shownReasons = 3

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help || positionals.length === 0) {
    console.log(help.trim())
    return
  }
  const count = { works: 0, refused: 0, WRONG: 0, unclear: 0 }
  for (const file of positionals.filter((name) => !name.endsWith('.md'))) {
    const started = performance.now()
    const { verdict, operations, reasons, unclear } = await tryContract(file)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    count[verdict]++
    count.unclear += unclear.length
    const size = verdict === 'refused' ? '' : ` (${operations} operations, ${unclear.length} unclear)`
    console.log(`${verdict.padEnd(8)}${basename(file)}${size} ${seconds} s`)
    const lines = [...reasons, ...unclear.map((text) => `unclear: ${text}`)]
    const shown = values.all ? lines : lines.slice(0, shownReasons)
    for (const line of shown) console.log(`  ${line}`)
    if (shown.length < lines.length) console.log(`  … and ${lines.length - shown.length} more`)
  }
  console.log(`${count.works} works, ${count.refused} refused, ${count.WRONG} wrong, ${count.unclear} unclear`)
  if (count.WRONG + count.unclear > 0) process.exitCode = 1
}

if (import.meta.main) await main()
