// Requests to the example server of a folder, in one process.
type Asked = {
  method: string
  path: string
  query: Record<string, string[]>
  headers: Record<string, string>
  body?: Buffer
}
export type Handle = (asked: Asked) => Promise<{ status: number; headers: Record<string, string>; body?: string }>

export async function askedBy(request: Request): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url)
  const body = Buffer.from(await request.arrayBuffer())
  return {
    method: request.method,
    path: pathname,
    query: Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
    headers: Object.fromEntries(request.headers),
    ...(body.length > 0 && { body }),
  }
}

export const responseOf = ({ status, headers, body }: Awaited<ReturnType<Handle>>): Response =>
  new Response([204, 205, 304].includes(status) ? null : (body ?? null), { status, headers })
