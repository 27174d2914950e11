// An operation as a curl command that can be pasted into a shell where TOKEN or API_KEY is set.
import { resolve, securityOf, type Contract, type Operation, type Parameter, type Schema } from '../contract.ts'

export function curlSample(contract: Contract, operation: Operation): string {
  const body = bodyExample(contract, operation)
  const method = operation.method.toUpperCase()
  const isDefault = method === 'GET' || (method === 'POST' && body !== undefined)
  // What changes something answers in its status and headers too (ETag, Location); what reads goes on into a pipe.
  const start = [
    'curl',
    method === 'GET' ? '-s' : '-i',
    ...(isDefault ? [] : ['-X', method]),
    quote(url(contract, operation)),
  ]
  const headers = [
    ...credentials(contract, operation),
    ...requiredHeaders(contract, operation),
    ...(body === undefined ? [] : [quote('content-type: application/json')]),
  ]
  const options = [...headers.map((header) => `-H ${header}`), ...(body === undefined ? [] : [`-d ${quote(body)}`])]
  return [start.join(' '), ...options].join(' \\\n  ')
}

function url(contract: Contract, { path, parameters }: Operation): string {
  const [server] = contract.servers ?? []
  const value = (parameter: Parameter) => encodeURIComponent(String(exampleOf(contract, parameter)))
  const filled = path.replace(/\{([^}]+)\}/g, (_, name) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    if (!parameter) throw new Error(`${path} has no parameter ${String(name)}`)
    return value(parameter)
  })
  const query = parameters
    .filter((one) => one.in === 'query' && exampleOf(contract, one) !== undefined)
    .map((one) => `${encodeURIComponent(one.name)}=${value(one)}`)
  return `${server?.url ?? ''}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** In double quotes, unlike all else: the shell puts the secret in. */
function credentials(contract: Contract, operation: Operation): string[] {
  const [requirement = {}] = securityOf(contract, operation)
  return Object.keys(requirement).map((name) => {
    const found = contract.components?.securitySchemes?.[name]
    const scheme = found && resolve(contract, found)
    if (scheme?.type === 'apiKey') return `"${scheme.name}: $API_KEY"`
    return '"authorization: Bearer $TOKEN"'
  })
}

// Optional ones are conditions and keys: an ETag or a key that is somebody else's would make the command fail.
function requiredHeaders(contract: Contract, { parameters }: Operation): string[] {
  return parameters
    .filter((one) => one.in === 'header' && one.required)
    .map((one) => quote(`${one.name}: ${String(exampleOf(contract, one))}`))
}

function bodyExample(contract: Contract, { requestBody }: Operation): string | undefined {
  const body = requestBody && resolve(contract, requestBody)
  const media = body?.content['application/json']
  if (!body?.required || !media) return undefined
  const value: unknown = media.example ?? firstOf(contract, media.examples)
  const line = JSON.stringify(value)
  return line.length <= 80 ? line : JSON.stringify(value, undefined, 2)
}

function exampleOf(contract: Contract, { example, examples, schema }: Parameter): unknown {
  return (example as unknown) ?? firstOf(contract, examples) ?? (schema && resolve<Schema>(contract, schema).example)
}

function firstOf(contract: Contract, examples: Parameter['examples'] = {}): unknown {
  const [first] = Object.values(examples)
  return first && resolve(contract, first).value
}

/** As one word of a POSIX shell. */
const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
