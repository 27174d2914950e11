// The request that a filled-in form describes, and the same as a curl command and as a call of the SDK.
import { literal } from '../../../typescript/literal.ts'
import { print } from '../../../typescript/print.ts'
import { call } from '../../../typescript/syntax.ts'
import type { Credential, PanelData, SdkCall } from '../panel-data.ts'
import { shellWord } from '../../shell.ts'

/** @property values Texts by place and name: `path caseId`. @property secrets In the order of the credentials. */
export type Filled = {
  server: string
  values: Record<string, string>
  secrets: string[]
  body: string | Blob | undefined
}

export type Sent = {
  url: string
  method: string
  headers: [name: string, value: string][]
  body: string | Blob | undefined
}

const keyOf = (place: string, name: string) => `${place} ${name}`

/** @param secretOf What stands in the place of a credential; undefined leaves it out. */
export function requestOf(
  data: PanelData,
  filled: Filled,
  secretOf: (credential: Credential, index: number) => string | undefined,
): Sent {
  const { server, values, body } = filled
  const path = data.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(values[keyOf('path', name)] ?? ''),
  )
  const query = data.fields
    .filter(({ in: place }) => place === 'query')
    .flatMap(({ name }) => {
      const value = values[keyOf('query', name)] ?? ''
      return value === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
    })
  const headers: [string, string][] = []
  data.credentials.forEach((credential, index) => {
    const secret = secretOf(credential, index)
    if (secret === undefined) return
    if (credential.place === 'query') query.push(`${encodeURIComponent(credential.name)}=${secret}`)
    else if (credential.place === 'header') headers.push([credential.name, secret])
    else headers.push(['authorization', credential.place === 'basic' ? secret : `Bearer ${secret}`])
  })
  for (const { name } of data.fields.filter(({ in: place }) => place === 'header')) {
    const value = values[keyOf('header', name)] ?? ''
    if (value !== '') headers.push([name, value])
  }
  const hasBody = data.body !== undefined && body !== undefined && body !== ''
  if (hasBody && data.body) headers.push(['content-type', data.body.type])
  const search = query.length > 0 ? `?${query.join('&')}` : ''
  return {
    url: `${server.replace(/\/$/, '')}${path}${search}`,
    method: data.method,
    headers,
    body: hasBody ? body : undefined,
  }
}

/** The shell fills in the variable. */
const withVariable = (text: string) => `"${text.replace(/["`\\]/g, '\\$&')}"`

export function curlOf(data: PanelData, filled: Filled): string {
  const { url, method, headers, body } = requestOf(data, filled, ({ variable }) => `$${variable}`)
  const text = (value: string) =>
    /\$(TOKEN|API_KEY|USER_AND_PASSWORD)\b/.test(value) ? withVariable(value) : shellWord(value)
  const basic = data.credentials.find(({ place }) => place === 'basic')
  const start = [
    'curl',
    // Events are shown as they come.
    data.sdk?.shape === 'stream' ? '-iN' : method === 'GET' ? '-s' : method === 'HEAD' ? '-I' : '-i',
    ...(method === 'GET' || method === 'HEAD' || (method === 'POST' && body !== undefined) ? [] : ['-X', method]),
    text(url),
  ]
  const shown = headers
    .filter(([name]) => !(basic && name === 'authorization'))
    .map(([name, value]) => `-H ${text(`${name}: ${value}`)}`)
  const data_ = body === undefined ? [] : [typeof body === 'string' ? `-d ${shellWord(body)}` : '--data-binary @file']
  return [start.join(' '), ...(basic ? [`-u "$${basic.variable}"`] : []), ...shown, ...data_].join(' \\\n  ')
}

/** The code before a call, and after it. */
const around: Record<SdkCall['shape'], [start: string, end: string]> = {
  page: ['for await (const item of ', ') {\n  console.log(item)\n}'],
  stream: ['for await (const event of ', ') {\n  console.log(event)\n}'],
  value: ['const result = await ', '\nconsole.log(result)'],
  none: ['await ', ''],
}

export function sdkOf({ sdk, fields, body: field }: PanelData, { server, values, body }: Filled): string | undefined {
  if (!sdk) return undefined
  const valueOf = (place: string, name: string): unknown => {
    const text = values[keyOf(place, name)] ?? ''
    if (text === '') return undefined
    const known = fields.find((one) => one.in === place && one.name.toLowerCase() === name.toLowerCase())
    return known?.isText === false ? parsed(text) : text
  }
  const headerOf = (header: string) => {
    const known = fields.find((one) => one.in === 'header' && one.name.toLowerCase() === header.toLowerCase())
    return known ? valueOf('header', known.name) : undefined
  }
  const given = sdk.arguments.map(({ place, members }): string | undefined => {
    if (place === 'body')
      return body === undefined || body === ''
        ? undefined
        : typeof body === 'string' && field?.kind === 'json'
          ? literal(parsed(body))
          : 'file'
    if (place === 'path') return literal(valueOf('path', members[0]?.name ?? '') ?? '')
    const pairs = members.map(({ name, header }): [string, unknown] => [
      name,
      header === undefined ? valueOf('query', name) : headerOf(header),
    ])
    const filled = pairs.filter(([, value]) => value !== undefined)
    return filled.length > 0 ? literal(Object.fromEntries(filled)) : undefined
  })
  const length = given.reduce((last, value, index) => (value === undefined ? last : index + 1), 0)
  const list = given.slice(0, length).map((value) => value ?? 'undefined')
  const settings = [`baseUrl: ${literal(server)}`, ...(sdk.credential ? [sdk.credential] : [])].join(', ')
  const [start, end] = around[sdk.shape]
  return `${sdk.importLine}\n\nconst ${sdk.variable} = ${sdk.factory}({ ${settings} })\n${print([start, call(sdk.target, list)], 100)}${end}`
}

/** The value of a text; the text itself while it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
