// The addresses below /local-cloud/: the data that the start page shows, its script, and its live events.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Execution } from '../../emulators/step-functions/executions.ts'
import type { RequestRecord } from '../../request-record.ts'
import { browserScript } from '../browser-script.ts'
import { refusalOf } from './access.ts'
import { dataHeaders, send, sendText } from './answer.ts'
import { executionRow, shownExecutions } from './executions.ts'
import { lazily } from '../../../server/services/lazily.ts'
import type { Live } from './live.ts'
import { pageOf } from './page-of.ts'

type DataOptions = {
  requests: Pick<RequestRecord, 'recent'>
  live: Live
  /** Without it, there is no workflow. */
  executions?: (limit: number) => readonly Execution[]
  /** Addresses of the emulators. */
  dynamodb: string
  s3: string
}

export type Data = ReturnType<typeof createData>

/** The value of a parameter in the address; empty when it is not there. */
type Given = (parameter: string) => string
type Answer = (response: ServerResponse, given: Given) => unknown

const prefix = '/local-cloud/'

export function createData({ requests, live, executions = () => [], dynamodb, s3 }: DataOptions) {
  // Their clients of AWS are loaded with the first page that shows data, so that the local cloud starts without them.
  const opened: { close: () => void }[] = []
  const keep = <T extends { close: () => void }>(data: T) => {
    opened.push(data)
    return data
  }
  const tables = lazily(async () => keep((await import('./tables.ts')).createTableData(dynamodb)))
  const files = lazily(async () => keep((await import('./files.ts')).createFileData(s3)))

  const answers = new Map<string, Answer>([
    ['requests', list((given) => pageOf(requests.recent(), Number(given('page'))))],
    ['executions', list(() => executions(shownExecutions).map(executionRow))],
    ['items', list(async (given) => (await tables()).page(given('table'), Number(given('page'))))],
    ['files', list(async (given) => (await files()).page(given('bucket'), Number(given('page'))))],
    [
      'file',
      async (response, given) =>
        download(response, given('key'), await (await files()).open(given('bucket'), given('key'))),
    ],
    ['events', (response) => live.open(response, dataHeaders) || sendText(response, 503, 'Too many pages are open.')],
    ['page.js', async (response) => send(response, 200, 'text/javascript; charset=utf-8', await browserScript())],
  ])

  return {
    /** Serves a GET of one of these addresses. Resolves to whether it did, and never rejects. */
    serve: async ({ method, url = '', headers }: IncomingMessage, response: ServerResponse): Promise<boolean> => {
      const [path = '', query] = url.split('?', 2)
      const answer = path.startsWith(prefix) ? answers.get(path.slice(prefix.length)) : undefined
      if (method !== 'GET' || !answer) return false
      const parameters = new URLSearchParams(query)
      const refusal = refusalOf(headers)
      if (refusal !== undefined) sendText(response, 403, refusal)
      else {
        const given = (name: string) => parameters.get(name) ?? ''
        await Promise.resolve()
          .then(() => answer(response, given))
          .catch((error: unknown) => fail(response, error))
      }
      return true
    },
    close: () => {
      for (const data of opened) data.close()
      return Promise.resolve()
    },
  }
}

/** @param read Undefined means that there is nothing of that name. */
const list =
  (read: (given: Given) => unknown): Answer =>
  async (response, given) => {
    const found = await read(given)
    if (found === undefined) sendText(response, 404, 'There is nothing of this name.')
    else send(response, 200, 'application/json', JSON.stringify(found))
  }

async function download(response: ServerResponse, key: string, file: Awaited<ReturnType<FileData['open']>>) {
  if (!file) {
    sendText(response, 404, 'There is no such file.')
    return
  }
  const { attachmentHeaders } = await import('./files.ts')
  response.writeHead(200, { ...dataHeaders, ...attachmentHeaders(key), 'Content-Length': file.length })
  // The reader may leave in the middle.
  await pipeline(file.body, response).catch(() => undefined)
}

type FileData = ReturnType<typeof import('./files.ts').createFileData>

function fail(response: ServerResponse, error: unknown) {
  if (response.headersSent) response.destroy()
  else sendText(response, 503, `The data could not be read. ${error instanceof Error ? error.message : String(error)}`)
}
