// The frames of AWS's event streams (application/vnd.amazon.eventstream): lengths, headers, a payload and checksums.
import { crc32 } from 'node:zlib'

/** The type of a header whose value is a text. */
const stringType = 7
const checksumBytes = 4

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function headerBytes(name: string, value: string): Buffer {
  const [nameBytes, valueBytes] = [Buffer.from(name), Buffer.from(value)]
  const length = Buffer.alloc(2)
  length.writeUInt16BE(valueBytes.length)
  return Buffer.concat([Buffer.from([nameBytes.length]), nameBytes, Buffer.from([stringType]), length, valueBytes])
}

export function frameOf(headers: Record<string, string>, payload: object): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(([name, value]) => headerBytes(name, value)))
  const body = Buffer.from(JSON.stringify(payload))
  const lengths = Buffer.concat([uint32(3 * 4 + head.length + body.length + checksumBytes), uint32(head.length)])
  const message = Buffer.concat([lengths, uint32(crc32(lengths)), head, body])
  return Buffer.concat([message, uint32(crc32(message))])
}

export const eventFrame = (type: string, payload: object): Buffer =>
  frameOf({ ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' }, payload)

/** A failure in the middle of a stream. */
export const exceptionFrame = (type: string, message: string): Buffer =>
  frameOf({ ':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception' }, { message })
