// A debugger over the Chrome DevTools Protocol, as an editor attaches one to Node.
import type { ChildProcess } from 'node:child_process'

type Message = { id?: number; method?: string; params?: Record<string, unknown>; result?: Record<string, unknown> }

/** Attaches to a process that was started with `--inspect-brk` and prints the address of its inspector to stderr. */
export async function attachDebugger({ stderr }: ChildProcess) {
  const socket = new WebSocket(await inspectorUrl(stderr))
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('The inspector does not answer.')))
  })
  const answers = new Map<number, (message: Message) => void>()
  const events: { method: string; report: (params: Record<string, unknown>) => void }[] = []
  socket.addEventListener('message', ({ data }) => {
    // Safe cast: the inspector sends JSON of this form.
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) answers.get(message.id)?.(message)
    for (const { method, report } of events) if (method === message.method) report(message.params ?? {})
  })

  let last = 0
  return {
    send: (method: string, params: object = {}) =>
      new Promise<Record<string, unknown>>((resolve) => {
        const id = (last += 1)
        answers.set(id, ({ result = {} }) => resolve(result))
        socket.send(JSON.stringify({ id, method, params }))
      }),
    /** The parameters of the next event of this method. */
    next: (method: string) =>
      new Promise<Record<string, unknown>>((resolve) => events.push({ method, report: resolve })),
    close: () => socket.close(),
  }
}

async function inspectorUrl(stderr: ChildProcess['stderr']): Promise<string> {
  if (!stderr) throw new Error('The process has no stderr to read.')
  let text = ''
  for await (const part of stderr.iterator({ destroyOnReturn: false })) {
    text += String(part)
    const [url] = /ws:\S+/.exec(text) ?? []
    if (url !== undefined) return url
  }
  throw new Error(`The process has no inspector: ${text}`)
}
