// node example/main.ts: serves the contract's examples at PORT (3000).
import { createServer } from 'node:http'
import { handle } from './handler.ts'

const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const body = Buffer.concat(chunks)
    handle({ method: request.method ?? 'GET', path: pathname, query, headers, ...(body.length > 0 && { body }) }).then(
      (answer) => response.writeHead(answer.status, answer.headers).end(answer.body),
      (error: unknown) => {
        console.error(error)
        response.writeHead(500).end()
      },
    )
  })
}).listen(port, () => console.log(`http://localhost:${port}`))
