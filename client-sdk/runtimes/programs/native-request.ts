// XMLHttpRequest and FileReader as React Native has them, over Node's http: a request always follows redirects.
import { request, type ClientRequest, type IncomingMessage } from 'node:http'

const bytesOf = Blob.prototype.arrayBuffer

type Listener = (event: object) => void

export class RequestOfNative {
  upload: { onprogress?: Listener } = {}
  status = 0
  statusText = ''
  responseURL = ''
  responseType = ''
  response: Blob | string = ''
  responseText = ''
  onload: Listener | undefined
  onerror: Listener | undefined
  onabort: Listener | undefined
  ontimeout: Listener | undefined
  onreadystatechange: Listener | undefined
  readyState = 0
  #method = ''
  #headers: Record<string, string> = {}
  #received: IncomingMessage | undefined
  #sent: ClientRequest | undefined
  #isAborted = false

  open(method: string, url: string) {
    this.#method = method
    this.responseURL = new URL(url).href
  }

  setRequestHeader(name: string, value: string) {
    this.#headers[name] = value
  }

  getAllResponseHeaders() {
    const lines = Object.entries(this.#received?.headers ?? {}).map(([name, value]) => `${name}: ${String(value)}`)
    return lines.join('\r\n')
  }

  /** A stream is no body here: like any other object it would become its own name. */
  async send(body: Blob | string | null | undefined) {
    const content = new Uint8Array(await bytesOf.call(new Blob([(body ?? '') as BlobPart])))
    if (!this.#isAborted) this.#sendTo(this.responseURL, content)
  }

  abort() {
    if (this.#isAborted) return
    this.#isAborted = true
    this.#sent?.destroy()
    this.onabort?.({})
  }

  #sendTo(url: string, content: Uint8Array) {
    this.responseURL = url
    const hasBody = !['GET', 'HEAD'].includes(this.#method)
    const headers = { ...this.#headers, ...(hasBody && { 'content-length': String(content.length) }) }
    const sent = request(url, { method: this.#method, headers }, (answer) => {
      const { location } = answer.headers
      if (location !== undefined && [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) {
        answer.resume()
        this.#sendTo(new URL(location, url).href, content)
      } else void this.#receive(answer)
    })
    sent.on('error', () => this.#fail())
    this.#sent = sent
    if (hasBody && content.length > 0) this.#write(content)
    sent.end()
  }

  #write(content: Uint8Array) {
    const length = 100_000
    for (let start = 0; start < content.length; start += length) {
      const part = content.subarray(start, start + length)
      this.#sent?.write(part, () => {
        this.upload.onprogress?.({ loaded: start + part.length, total: content.length, lengthComputable: true })
      })
    }
  }

  async #receive(answer: IncomingMessage) {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of answer) chunks.push(chunk as Buffer)
    } catch {
      this.#fail()
      return
    }
    const whole = Buffer.concat(chunks)
    this.#received = answer
    this.status = answer.statusCode ?? 0
    this.statusText = answer.statusMessage ?? ''
    this.responseText = whole.toString()
    this.response = this.responseType === 'blob' ? new Blob([whole]) : this.responseText
    this.readyState = 4
    if (!this.#isAborted) this.onload?.({})
  }

  #fail() {
    if (!this.#isAborted) this.onerror?.({})
  }
}

export class FileReaderOfNative {
  result: string | ArrayBuffer | undefined
  onload: (() => void) | undefined
  onerror: (() => void) | undefined

  readAsText(blob: Blob) {
    void bytesOf.call(blob).then((bytes) => this.#finish(new TextDecoder().decode(bytes)))
  }

  readAsArrayBuffer(blob: Blob) {
    void bytesOf.call(blob).then((bytes) => this.#finish(bytes))
  }

  #finish(result: string | ArrayBuffer) {
    this.result = result
    this.onload?.()
  }
}
