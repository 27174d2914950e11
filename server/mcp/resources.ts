// The resources: the contract, a page for each kind of problem, and the guides of the contract's introduction.
import { name as service } from '../../generated/names.ts'
import { problems } from '../../generated/problems.ts'
import { shown } from '../tools/shown.ts'
import { codes, invalidParams, RpcError } from './errors.ts'
import type { Era } from './message.ts'

type Resource = { uri: string; name: string; title: string; description: string; mimeType: string; text: () => string }

/** No other method needs the document: the first call here loads it. */
const load = async () => resourcesOf((await import('../contract.ts')).document)

type Document = { info: { description: string }; 'x-problem-types': Record<string, { description: string }> }

function resourcesOf(document: Document): Resource[] {
  const markdown = (kind: string, name: string, title: string, text: string): Resource => {
    const [description = ''] = text.replace(/^# .*\s+/, '').split(/(?<=\.)\s/)
    return {
      uri: `${service}://${kind}/${name}`,
      name,
      title,
      description,
      mimeType: 'text/markdown',
      text: () => text,
    }
  }
  const contract = {
    uri: `${service}://contract`,
    name: 'openapi.json',
    title: 'The contract',
    description: 'The OpenAPI document that the service was built from.',
    mimeType: 'application/json',
    text: () => JSON.stringify(document),
  }
  const pages = Object.entries(problems).map(([slug, { status, title }]) => {
    const description = document['x-problem-types'][slug]?.description ?? ''
    return markdown('problems', slug, `${title} (${status})`, `# ${title}\n\nStatus ${status}. ${description}\n`)
  })
  const guides = document.info.description.split(/^(?=# )/m).map((chapter, index) => {
    const [, title = 'Introduction'] = /^# (.+)$/m.exec(index === 0 && !chapter.startsWith('# ') ? '' : chapter) ?? []
    const slug = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
    return markdown('guides', slug, title, chapter)
  })
  return [contract, ...guides, ...pages]
}

export async function listResources() {
  const resources = await load()
  return { resources: resources.map(({ text: _text, ...listed }) => listed) }
}

export async function readResource(uri: unknown, era: Era) {
  if (typeof uri !== 'string') throw invalidParams('params.uri must be a string.')
  const found = (await load()).find((resource) => resource.uri === uri)
  if (found) return { contents: [{ uri, mimeType: found.mimeType, text: found.text() }] }
  const code = era === 'modern' ? codes.invalidParams : codes.legacyResourceNotFound
  throw new RpcError(code, 'There is no such resource. resources/list has them all.', { uri: shown(uri) })
}
