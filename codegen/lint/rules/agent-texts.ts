// Operations, parameters and members of bodies say what they are, in a text that every assistant takes.
import type { Oas3Rule } from '@redocly/openapi-core'
import { bodyOf, eachOffered, nestedIn, type Clause } from '../agents.ts'
import { keyOf } from '../place.ts'

const described: Clause = {
  platform: 'Amazon Q and Quick',
  rule: 'descriptions',
  source: 'Amazon Q Business user guide, plugins-api-schema; Amazon Quick user guide, openapi-integration',
}
const short: Clause = {
  platform: 'Microsoft 365 Copilot',
  rule: 'text-length',
  source: 'Microsoft Learn, api-plugin-manifest-2.4: strings have at most 4,000 characters',
}
const maxLength = 4000

export const agentTexts: Oas3Rule = () =>
  eachOffered((operation, report, ctx) => {
    const { node, location, parameterPlaces } = operation
    const name = node.operationId ?? 'The operation'
    const members = [...membersOf()]
    const texts = [
      { what: name, node, location },
      ...parameterPlaces.map((place) => ({ what: place.node.name, ...place })),
    ]
    for (const { what, node, location } of [...texts, ...members]) {
      const { description = '' } = node
      if (description.trim() === '') report(described, `${what} has no description.`, keyOf(location))
      if (description.length > maxLength) {
        report(short, `the description of ${what} has ${description.length} characters.`, location.child('description'))
      }
    }

    // Safe cast: the marking of an offered operation is a list or an object.
    const forModel = (node['x-agents'] as { description?: unknown } | undefined)?.description
    if (typeof forModel === 'string' && forModel.length > maxLength) {
      const place = location.child(['x-agents', 'description'])
      report(short, `the description of ${name} in x-agents has ${forModel.length} characters.`, place)
    }

    function* membersOf() {
      const body = bodyOf(operation, ctx)
      for (const { node, location } of body ? nestedIn(ctx, body) : []) {
        yield { what: 'this part of the body', node, location }
      }
    }
  })
