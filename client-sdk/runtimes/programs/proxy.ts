// A proxy by the dispatcher of undici in `fetchOptions`: prints what is wrong, as a list.
import { createFrontdesk } from '@frontdesk/client-sdk'
import { deepStrictEqual } from 'node:assert'
import { connect } from 'node:net'
import { fetch, ProxyAgent } from 'undici'
import { faultsOf, serve } from './served.ts'

const faults = await faultsOf(async () => {
  const service = await serve(({ method, headers }, response) => {
    const uploadUrl = `http://${headers.host ?? ''}/k?signature=s`
    const target = { key: 'k', uploadUrl, headers: {}, expiresAt: '2999-01-01T00:00:00Z' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(method === 'PUT' ? '' : JSON.stringify(target))
  })
  let tunnels = 0
  const proxy = await serve((_, response) => response.writeHead(500).end())
  proxy.server.on('connect', ({ url = '' }, socket) => {
    tunnels++
    const [host, port] = url.split(':')
    const other = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      other.pipe(socket).pipe(other)
    })
    other.on('error', () => socket.destroy())
    socket.on('error', () => other.destroy())
  })
  const agent = () => new ProxyAgent({ uri: proxy.url, proxyTunnel: true })
  const direct = createFrontdesk({ baseUrl: service.url, token: 't', fetch })
  await direct.cases.get('c')
  deepStrictEqual([tunnels, service.headers.length], [0, 1])
  // For a call, and for a client with its uploads.
  await direct.cases.get('c', { fetchOptions: { dispatcher: agent() } })
  deepStrictEqual([tunnels > 0, service.headers.length], [true, 2])
  const proxied = direct.withOptions({ fetchOptions: { dispatcher: agent() } })
  tunnels = 0
  await proxied.cases.upload('c', new Blob(['x']))
  deepStrictEqual([tunnels > 0, service.headers.length], [true, 4])
  await Promise.all([service.close(), proxy.close()])
})
console.log(JSON.stringify(faults))
// The agents keep their connections.
process.exit()
