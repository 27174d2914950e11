// An operation as a curl command that can be pasted into a shell where TOKEN or API_KEY is set.
import type { Model, Operation, Parameter } from '../model.ts'

/** @param server The address; the contract's first server when it is left out. */
export function curlSample(model: Model, operation: Operation, server = model.servers[0]?.url ?? ''): string {
  const body = bodyExample(operation)
  const method = operation.method.toUpperCase()
  const isDefault = method === 'GET' || (method === 'POST' && body !== undefined)
  // A write answers in its status and headers too (ETag, Location). The answer of a read goes into a pipe.
  const start = [
    'curl',
    method === 'GET' ? '-s' : '-i',
    ...(isDefault ? [] : ['-X', method]),
    quote(server + pathAndQuery(operation)),
  ]
  const headers = [
    ...credentials(model, operation),
    ...requiredHeaders(operation),
    ...(body === undefined ? [] : [quote('content-type: application/json')]),
  ]
  const options = [...headers.map((header) => `-H ${header}`), ...(body === undefined ? [] : [`-d ${quote(body)}`])]
  return [start.join(' '), ...options].join(' \\\n  ')
}

function pathAndQuery({ path, parameters }: Operation): string {
  const value = ({ example }: Parameter) => encodeURIComponent(String(example))
  const filled = path.replace(/\{([^}]+)\}/g, (_, name) => {
    const parameter = parameters.find((found) => found.in === 'path' && found.name === name)
    if (!parameter) throw new Error(`${path} has no parameter ${String(name)}`)
    return value(parameter)
  })
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
    .map((parameter) => `${encodeURIComponent(parameter.name)}=${value(parameter)}`)
  return `${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** In double quotes, unlike everything else: the shell inserts the secret. */
function credentials({ securitySchemes }: Model, { security: [requirement = {}] }: Operation): string[] {
  return Object.keys(requirement).map((name) => {
    const scheme = securitySchemes[name]
    return scheme?.type === 'apiKey' ? `"${scheme.name}: $API_KEY"` : '"authorization: Bearer $TOKEN"'
  })
}

/** Optional headers are conditions and keys: an ETag or a key of somebody else would make the command fail. */
function requiredHeaders({ parameters }: Operation): string[] {
  return parameters
    .filter((parameter) => parameter.in === 'header' && parameter.required)
    .map(({ name, example }) => quote(`${name}: ${String(example)}`))
}

function bodyExample({ body }: Operation): string | undefined {
  if (!body?.required || !body.json) return undefined
  const [value] = body.json.examples
  const line = JSON.stringify(value)
  return line.length <= 80 ? line : JSON.stringify(value, undefined, 2)
}

/** As one word of a POSIX shell. */
const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
