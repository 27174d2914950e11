// An operation as a curl command that can be pasted into a shell where TOKEN or API_KEY is set.
import { eventsOf } from '../client-sdk/facade.ts'
import { isFile } from '../client-sdk/media-types.ts'
import { addressOf, bodyExample } from '../client-sdk/sample-values.ts'
import type { MediaType, Model, Operation } from '../model.ts'
import { simpleText, pathText, queryTexts } from './parameter-text.ts'
import { shellWord } from './shell.ts'

/** @param server The address; the operation's or the contract's first server when it is left out. */
export function curlSample(model: Model, operation: Operation, server = serverOf(model, operation)): string {
  const { body, path } = operation
  const media = body?.required ? (body.json ?? body.content[0]) : undefined
  const method = operation.method.toUpperCase()
  const isDefault = method === 'GET' || (method === 'POST' && media !== undefined)
  const keys = credentialsOf(model, operation)
  const url = server + pathText(path, operation.parameters) + searchOf(operation, keys)
  // A write answers in its status and headers too (ETag, Location). The answer of a read goes into a pipe.
  const start = [
    'curl',
    // Events are shown as they come.
    eventsOf(operation) ? '-iN' : method === 'GET' ? '-s' : method === 'HEAD' ? '-I' : '-i',
    ...(isDefault || method === 'HEAD' ? [] : ['-X', method]),
    keys.query.length > 0 ? `"${url.replace(/["`\\]/g, String.raw`\$&`)}"` : shellWord(url),
  ]
  const options = [
    ...keys.options,
    ...requiredHeaders(operation).map((header) => `-H ${shellWord(header)}`),
    ...cookieOption(operation, keys),
    ...(media ? bodyOptions(media) : []),
  ]
  return [start.join(' '), ...options].join(' \\\n  ')
}

/** An operation can have a server of its own, or its path. */
function serverOf(model: Model, { path, method }: Operation): string {
  const item = model.document.paths[path]
  const [own] = item?.[method]?.servers ?? item?.servers ?? []
  const filled = own?.url.replace(/\{([^{}]+)\}/g, (_, name: string) => own.variables?.[name]?.default ?? name)
  return addressOf(filled ?? model.servers[0]?.url)
}

function searchOf({ parameters }: Operation, { query }: Credentials): string {
  const own = parameters.filter((parameter) => parameter.in === 'query').flatMap(queryTexts)
  const all = [...own, ...query]
  return all.length > 0 ? `?${all.join('&')}` : ''
}

type Credentials = { options: string[]; query: string[]; cookies: string[] }

/** In double quotes, unlike everything else: the shell inserts the secret. The first alternative that has one counts. */
function credentialsOf({ securitySchemes }: Model, { security }: Operation): Credentials {
  const requirement = security.find((found) => Object.keys(found).length > 0) ?? {}
  const found: Credentials = { options: [], query: [], cookies: [] }
  for (const name of Object.keys(requirement)) {
    const scheme = securitySchemes[name]
    if (scheme?.type === 'http' && /^basic$/i.test(scheme.scheme)) found.options.push('-u "$USER_AND_PASSWORD"')
    else if (scheme?.type !== 'apiKey') found.options.push('-H "authorization: Bearer $TOKEN"')
    else if (scheme.in === 'query') found.query.push(`${encodeURIComponent(scheme.name)}=$API_KEY`)
    else if (scheme.in === 'cookie') found.cookies.push(`${scheme.name}=$API_KEY`)
    else found.options.push(`-H "${scheme.name}: $API_KEY"`)
  }
  return found
}

/** Optional headers are conditions and keys: an ETag or a key of somebody else would make the command fail. */
function requiredHeaders({ parameters }: Operation): string[] {
  return parameters
    .filter((parameter) => parameter.in === 'header' && parameter.required)
    .map((parameter) => `${parameter.name}: ${simpleText(parameter)}`)
}

function cookieOption({ parameters }: Operation, { cookies }: Credentials): string[] {
  const required = parameters.filter((parameter) => parameter.in === 'cookie' && parameter.required)
  const pairs = required.map((parameter) => `${parameter.name}=${encodeURIComponent(simpleText(parameter))}`)
  if (cookies.length > 0) return [`-b "${[...pairs, ...cookies].join('; ')}"`]
  return pairs.length > 0 ? [`-b ${shellWord(pairs.join('; '))}`] : []
}

const longestLine = 80

function bodyOptions(media: MediaType): string[] {
  const type = media.type.includes('*')
    ? media.kind === 'json'
      ? 'application/json'
      : 'application/octet-stream'
    : media.type
  const header = `-H ${shellWord(`content-type: ${type}`)}`
  if (media.kind === 'binary') return [header, '--data-binary @file']
  const value = bodyExample(media)
  switch (media.kind) {
    case 'json': {
      const line = JSON.stringify(value)
      return [header, `-d ${shellWord(line.length <= longestLine ? line : JSON.stringify(value, undefined, 2))}`]
    }
    case 'text':
      return [header, `--data-binary ${shellWord(typeof value === 'string' ? value : JSON.stringify(value))}`]
    case 'form':
      return membersOf(value).map(([name, item]) => `--data-urlencode ${shellWord(`${name}=${textOf(item)}`)}`)
    case 'multipart':
      return membersOf(value).map(([name, item]) => {
        const member = media.schema?.properties?.[name]
        return `-F ${shellWord(member && isFile(member) ? `${name}=@file` : `${name}=${textOf(item)}`)}`
      })
  }
}

/** The members of a form; a list is a member for each of its values. */
const membersOf = (value: unknown): [name: string, item: unknown][] =>
  Object.entries(Object(value) as Record<string, unknown>).flatMap(([name, item]) =>
    [item].flat().map((one): [string, unknown] => [name, one]),
  )

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
