// The database of a front door: dynalite, or a database of its own in Amazon's DynamoDB Local when that runs.
import { createServer, request } from 'node:http'
import { createTables, startDynamoDB } from '../local-cloud/emulators/dynamodb/index.ts'
import { listen, stop } from '../local-cloud/listen.ts'

/** The address of DynamoDB Local, which `npm run test:dynamodb-local` sets. */
const localUrl = process.env.DYNAMODB_LOCAL_URL

/** Whether the tests run against Amazon's own engine. It counts the units of indexes; dynalite does not. */
export const isAmazonsEngine = localUrl !== undefined

let databases = 0

export async function startDatabase() {
  if (localUrl === undefined) return startDynamoDB()
  databases += 1
  // DynamoDB Local has a database for each access key, and does not verify signatures.
  const accessKey = `p${process.pid}t${Math.floor(performance.timeOrigin)}n${databases}`
  const server = createServer((incoming, outgoing) => {
    const { authorization = '' } = incoming.headers
    const headers = {
      ...incoming.headers,
      authorization: authorization.replace(/Credential=[^/]+/, `Credential=${accessKey}`),
    }
    const forwarded = request(localUrl, { method: incoming.method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.headers)
      response.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })
  const url = await listen(server)
  await createTables(url)
  return { url, close: () => stop(server) }
}
