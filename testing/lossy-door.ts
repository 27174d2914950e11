// A front door with a proxy before its DynamoDB that can lose the answer of a write, after the write is carried out.
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen, stopNow } from '../local-cloud/listen.ts'
import { openFrontDoor } from './front-door.ts'

export type LossyDoor = Awaited<ReturnType<typeof openLossy>>

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem'])

/** What happens to one attempt of a write. `throttle` refuses the write before it reaches DynamoDB. */
export type Fate = 'lose the answer' | 'lose the request' | 'fail after the write' | 'throttle'

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

export async function openLossy() {
  // Writes of the workflow come at any time. They would meet the fate of another write.
  const insertId = () => Promise.resolve({ outcome: 'inserted' as const })
  const quiet = { replaceTasks: () => ({ insertId }) }
  const door = await openFrontDoor({}, quiet)
  const upstream = process.env.AWS_ENDPOINT_URL_DYNAMODB ?? ''
  const fates: Fate[] = []
  let attempts: string[] = []
  let afterLoss = () => Promise.resolve()

  const server = createServer((incoming, outgoing) => {
    const send = ({ status, headers, body }: Answer) => outgoing.writeHead(status, headers).end(body)
    void (async () => {
      const body = await text(incoming)
      const [, operation = ''] = String(incoming.headers['x-amz-target']).split('.')
      const isWrite = writes.has(operation)
      if (isWrite) attempts.push(operation)
      const fate = isWrite ? fates.shift() : undefined
      if (fate === 'lose the request') return outgoing.destroy()
      if (fate === 'throttle') return send({ status: 400, headers: {}, body: errorBody('ThrottlingException') })
      const answer = await forward(upstream, incoming.headers, body)
      if (fate === undefined) return send(answer)
      await afterLoss()
      if (fate === 'lose the answer') return outgoing.destroy()
      return send({ status: 500, headers: {}, body: errorBody('InternalServerError') })
    })()
  })
  // The AWS SDK reads its endpoint at the first request.
  process.env.AWS_ENDPOINT_URL_DYNAMODB = await listen(server)

  return {
    door,
    /** The next writes meet these fates, in this order. The writes after them are left alone. */
    meet: (...next: Fate[]) => fates.splice(0, fates.length, ...next),
    /** The attempts of writes since the last `take`. */
    take: () => {
      const taken = attempts
      attempts = []
      return taken
    },
    /** Runs once between a write whose answer is lost and its repetition. */
    afterLoss: (act: () => Promise<unknown>) => {
      afterLoss = async () => {
        afterLoss = () => Promise.resolve()
        await act()
      }
    },
    close: async () => {
      process.env.AWS_ENDPOINT_URL_DYNAMODB = upstream
      await stopNow(server)
      await door.close()
    },
  }
}

const errorBody = (type: string) => JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: '' })

const forward = (upstream: string, headers: IncomingHttpHeaders, body: string) =>
  new Promise<Answer>((resolve, reject) => {
    const forwarded = request(upstream, { method: 'POST', headers }, (response) => {
      void text(response).then((answered) =>
        resolve({ status: response.statusCode ?? 500, headers: response.headers, body: answered }),
      )
    })
    forwarded.on('error', reject).end(body)
  })
