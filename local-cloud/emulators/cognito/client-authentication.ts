// Which app client sends a form to the token endpoint or the revocation endpoint, by Basic or by the form itself.
import { timingSafeEqual } from 'node:crypto'
import { clients, type Client } from './clients.ts'

/** An error of OAuth, by the name that Cognito answers with. */
export class OAuthError extends Error {
  readonly error: string
  readonly status: number
  constructor(error: string, status = 400) {
    super(error)
    this.error = error
    this.status = status
  }
}

export type FormRequest = { authorization?: string; contentType?: string; form: string }

/** Refuses a body that is no form, and a form with a parameter that is given twice. */
export function readForm({ contentType = '', form }: FormRequest): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) throw new OAuthError('invalid_request')
  const parameters = new URLSearchParams(form)
  const names = [...parameters.keys()].filter((name) => name !== 'resource')
  if (new Set(names).size !== names.length) throw new OAuthError('invalid_request')
  return parameters
}

/** The client, or the error invalid_client. */
export function authenticateClient(authorization: string, form: URLSearchParams): Client {
  const sent = authorization === '' ? fromForm(form) : fromBasic(authorization)
  if (!sent) throw new OAuthError('invalid_client')
  const named = form.get('client_id') ?? sent.id
  const client = clients.get(sent.id)
  if (!client || named !== sent.id || !isSame(sent.secret ?? '', client.secret ?? '')) {
    throw new OAuthError('invalid_client')
  }
  return client
}

function fromForm(form: URLSearchParams) {
  const id = form.get('client_id')
  if (!id) throw new OAuthError('invalid_request')
  return { id, secret: form.get('client_secret') ?? undefined }
}

/** Both parts are form-encoded before they are joined (RFC 6749, 2.3.1). */
function fromBasic(authorization: string) {
  const [, encoded = ''] = /^basic +(\S+)$/i.exec(authorization) ?? []
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  if (id === undefined || secret === undefined) return undefined
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) }
  } catch {
    return undefined
  }
}

const isSame = (a: string, b: string) => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
