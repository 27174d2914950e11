// A journey through a stage, as a program takes it: it signs in, is refused without a token, and makes, reads and removes items.

/** One call of the journey. The path of a call after `create` is the Location of the item, where the answer had one. */
export type Step = {
  method: string
  path: string
  /** Whose request it is. A canary has no API key. */
  access: 'anyone' | 'user'
  status: number
  body?: unknown
  /** It reads or removes what the step before has made. */
  ofItem?: boolean
}

export type Journey = { url: string; token: string; steps: Step[] }

/** What replaces the name of an item, so that no two journeys meet. */
export const placeholder = '__name__'

type Send = typeof fetch

/** Throws at the first answer that is not the expected one. Returns the number of calls. */
export async function travel({ url, token, steps }: Journey, name: string, send: Send = fetch): Promise<number> {
  let item: string | undefined
  for (const step of steps) {
    const { method, path, access, status, body, ofItem = false } = step
    const named = (text: string) => text.replaceAll(placeholder, name)
    const address = ofItem && item !== undefined ? item : url + named(path)
    const response = await send(address, {
      method,
      headers: {
        ...(access === 'user' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: named(JSON.stringify(body)) }),
    })
    const text = await response.text()
    if (response.status !== status)
      throw new Error(`${method} ${path} answered ${response.status}, not ${status}: ${text.slice(0, 300)}`)
    const location = response.headers.get('location')
    if (!ofItem) item = location === null ? undefined : new URL(location, address).href
  }
  return steps.length
}
