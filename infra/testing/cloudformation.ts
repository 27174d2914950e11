// CloudFormation as a custom resource sees it: it sends an event, and takes the answer at an address.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { handler } from '../seed-resource.ts'

/** Sends a request of CloudFormation, and returns the answer that the handler puts. */
export async function request(RequestType: string, ResourceProperties: object) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const told = new Promise<unknown>((resolve) => {
    server.on('request', (message, response) => {
      void text(message).then((body) => {
        response.end()
        resolve(JSON.parse(body))
      })
    })
  })
  const ResponseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const event = { RequestType, ResponseURL, StackId: 's', RequestId: 'r', LogicalResourceId: 'l', ResourceProperties }
  await handler(event as never)
  server.close()
  return told
}
