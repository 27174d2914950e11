// A Node script: opens a case with a file, and lists the open cases. FRONTDESK_URL=… FRONTDESK_TOKEN=… node node.ts photo.png
import { createFrontdesk, isProblemOf } from '@frontdesk/client-sdk'
import { observe } from '@frontdesk/client-sdk/observe'
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'

const frontdesk = createFrontdesk({
  baseUrl: process.env.FRONTDESK_URL ?? 'http://localhost:3000',
  token: process.env.FRONTDESK_TOKEN,
  // FRONTDESK_LOG=info prints a line for each attempt.
  observe,
})
const [path] = process.argv.slice(2)

try {
  const { caseId } = await frontdesk.cases.create({ description: 'The kiosk at gate A4 does not print tickets.' })
  console.log(`Opened ${caseId}`)
  if (path !== undefined) {
    const { size } = await frontdesk.cases.upload(caseId, await openAsBlob(path), { fileName: basename(path) })
    console.log(`Uploaded ${size} bytes`)
  }
  for await (const { description, createdAt } of frontdesk.cases.list({ status: 'open' })) {
    console.log(`${createdAt}  ${description}`)
  }
} catch (error) {
  if (!isProblemOf('createCase', error)) throw error
  console.error(`${error.title} (request ${error.requestId ?? 'unknown'})`)
  for (const { pointer = '', detail } of error.errors) console.error(`  ${pointer} ${detail}`)
  process.exitCode = 1
}
