// SHA-256 and HMAC as the SDK's signers ask for them, by one call of Node for each hash. The SDK's own class and Node's
// createHmac cost several times as much, in each request.

// Not an import: that reads every member of the module, and loads Web Crypto for it.
const crypto = process.getBuiltinModule('node:crypto')

/** Bytes of a block of SHA-256, and of its result. HMAC (RFC 2104) hashes a padded key before the data. */
const blockBytes = 64
const digestBytes = 32

const sha256 = (data: Uint8Array): Buffer => crypto.hash('sha256', data, 'buffer')

type Key = { inner: Buffer; outer: Buffer }

function keyOf(secret: Uint8Array): Key {
  const key = secret.length > blockBytes ? sha256(secret) : secret
  const inner = Buffer.alloc(blockBytes, 0x36)
  const outer = Buffer.alloc(blockBytes + digestBytes, 0x5c)
  for (const [n, byte] of key.entries()) {
    inner[n] = 0x36 ^ byte
    outer[n] = 0x5c ^ byte
  }
  return { inner, outer }
}

/** A hash, or with a secret an HMAC. */
export class Sha256 {
  private readonly key: Key | undefined
  private parts: Uint8Array[] = []

  constructor(secret?: unknown) {
    // Safe cast: the signer's secret is a text or an earlier digest.
    this.key = secret === undefined ? undefined : keyOf(bytesOf(secret as Uint8Array | string))
  }

  update(data: unknown) {
    // Safe cast: the signer hashes texts and bytes.
    this.parts.push(bytesOf(data as Uint8Array | string))
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.key ? hmac(this.key, this.parts) : sha256(Buffer.concat(this.parts)))
  }

  reset() {
    this.parts = []
  }
}

function hmac({ inner, outer }: Key, parts: Uint8Array[]): Buffer {
  outer.set(sha256(Buffer.concat([inner, ...parts])), blockBytes)
  return sha256(outer)
}

const bytesOf = (data: Uint8Array | string) => (typeof data === 'string' ? Buffer.from(data) : data)
