// Gates before the emulators: each lets its dependency's traffic through, or fails in one way instead.
import { once } from 'node:events'
import { createServer as createHttp2Server } from 'node:http2'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** The environment variable that leads to each dependency. */
export const endpoints = {
  Bedrock: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
  Cognito: 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER',
  DynamoDB: 'AWS_ENDPOINT_URL_DYNAMODB',
  S3: 'AWS_ENDPOINT_URL_S3',
  'Step Functions': 'AWS_ENDPOINT_URL_SFN',
} as const

export type GatedDependency = keyof typeof endpoints

/** No server listens at this address. */
const closed = 'http://127.0.0.1:9'

const answer = (status: number, body: string, type = 'application/x-amz-json-1.0') =>
  `HTTP/1.1 ${status} X\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`
const xml = (code: string) => `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`

/** Each dependency's answer to a caller that is too fast. */
const throttling: Record<GatedDependency, string> = {
  Bedrock: '',
  Cognito: answer(429, ''),
  DynamoDB: answer(400, '{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}'),
  S3: answer(503, xml('SlowDown'), 'application/xml'),
  'Step Functions': answer(400, '{"__type":"ThrottlingException"}'),
}

/** Sends the beginning at once and then a byte at a time, without end. */
const drip = (beginning: string) => (socket: Socket) => {
  socket.write(beginning)
  const timer = setInterval(() => socket.write(' '), 20)
  socket.on('close', () => clearInterval(timer))
}

type Fail = (socket: Socket, dependency: GatedDependency) => void

/** Each way to fail, when the request has come. `refuses` needs no server. */
const failures = {
  refuses: (socket) => socket.destroy(),
  throttles: (socket, dependency) => socket.end(throttling[dependency]),
  fails: (socket) => socket.end(answer(500, '{"__type":"InternalServerError"}')),
  resets: (socket) => socket.resetAndDestroy(),
  'breaks off': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"keys":[')
    setTimeout(() => socket.resetAndDestroy(), 20)
  },
  hangs: () => undefined,
  'drips its headers': drip('HTTP/1.1 200 OK\r\nx-slow: '),
  'drips its body': drip('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'),
} satisfies Record<string, Fail>

export type Failure = keyof typeof failures
export const allFailures = Object.keys(failures) as Failure[]

export type Gate = Awaited<ReturnType<typeof openGate>>

export async function openGate(dependency: GatedDependency) {
  const sockets = new Set<Socket>()
  const gate = {
    /** The emulator's address, once it is known. */
    upstream: '',
    failure: undefined as Failure | undefined,
    url: '',
    /** The address for a new client. */
    address: () => (gate.failure === 'refuses' ? closed : gate.url),
    close: () => close(server, sockets),
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    const { failure } = gate
    if (failure) socket.once('data', () => failures[failure](socket, dependency))
    else forward(socket, gate.upstream)
  })
  gate.url = await listen(server)
  return gate
}

function forward(socket: Socket, upstream: string) {
  const { hostname, port } = new URL(upstream)
  const through = connect(Number(port), hostname)
  through.on('error', () => socket.destroy()).on('close', () => socket.destroy())
  socket.on('close', () => through.destroy())
  socket.pipe(through).pipe(socket)
}

/** A Bedrock that drips its answer over HTTP/2. */
export async function openDrippingBedrock() {
  const sockets = new Set<Socket>()
  const server = createHttp2Server((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  })
  server.on('connection', (socket: Socket) => sockets.add(socket))
  return { url: await listen(server), close: () => close(server, sockets) }
}

async function listen(server: Pick<Server, 'listen' | 'address' | 'once'>): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server as Server, 'listening')
  // Safe cast: a server that listens at a port has such an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function close(server: Pick<Server, 'close'>, sockets: Set<Socket>) {
  const ended = new Promise((resolve) => server.close(resolve))
  for (const socket of sockets) socket.destroy()
  await ended
}
