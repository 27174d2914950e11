// SHA-256 as the SDK's signer asks for it, by Node. The SDK's own class takes longer to load than the rest of the signer.
type Digest = ReturnType<typeof crypto.createHash> | ReturnType<typeof crypto.createHmac>

// Not an import: that reads every member of the module, and loads Web Crypto for it.
const crypto = process.getBuiltinModule('node:crypto')

/** A hash, or with a secret an HMAC. */
export class Sha256 {
  private readonly secret: Uint8Array | string | undefined
  private hash: Digest

  constructor(secret?: unknown) {
    // Safe cast: the signer's secret is a text or an earlier digest.
    this.secret = secret as Uint8Array | string | undefined
    this.hash = this.start()
  }

  update(data: unknown) {
    // Safe cast: the signer hashes texts and bytes.
    this.hash.update(data as Uint8Array | string)
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest())
  }

  reset() {
    this.hash = this.start()
  }

  private start(): Digest {
    return this.secret === undefined ? crypto.createHash('sha256') : crypto.createHmac('sha256', this.secret)
  }
}
