// A certificate for localhost that signs itself: the emulator of AWS speaks TLS, as AWS does.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** The parts of ASN.1's encoding that a certificate needs, by their tags (X.690). */
const tag = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, text: 0x0c, utcTime: 0x17, list: 0x30, set: 0x31 }
const context = (n: number) => 0xa0 + n

function der(tagOf: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tagOf, ...size]), content])
}

const oids = { sha256WithRsa: '2a864886f70d01010b', commonName: '550403', alternativeNames: '551d11' }
const oid = (name: keyof typeof oids) => der(tag.oid, Buffer.from(oids[name], 'hex'))
const bits = (content: Uint8Array) => der(tag.bits, Buffer.from([0]), content)
const time = (date: Date) => der(tag.utcTime, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

const dayMilliseconds = 86_400_000

/** Returns the certificate and its key in PEM. RSA with 2,048 bits, as AWS's certificates have. */
export function createCertificate(host = 'localhost'): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const algorithm = der(tag.list, oid('sha256WithRsa'), Buffer.from([0x05, 0]))
  const named = der(tag.list, oid('commonName'), der(tag.text, Buffer.from(host)))
  const name = der(tag.list, der(tag.set, named))
  const now = Date.now()
  const dnsName = der(0x82, Buffer.from(host))
  const extension = der(tag.list, oid('alternativeNames'), der(tag.octets, der(tag.list, dnsName)))
  const toSign = der(
    tag.list,
    der(context(0), der(tag.integer, Buffer.from([2]))),
    der(tag.integer, Buffer.from([1])),
    algorithm,
    name,
    der(tag.list, time(new Date(now - dayMilliseconds)), time(new Date(now + dayMilliseconds))),
    name,
    publicKeyInfo(publicKey),
    der(context(3), der(tag.list, extension)),
  )
  const certificate = der(tag.list, toSign, algorithm, bits(sign('sha256', toSign, privateKey)))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

const publicKeyInfo = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
