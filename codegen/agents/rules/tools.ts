// Anyone's list of tools as the rules read it: the answer of `tools/list`, or Converse's toolConfig.
import { at, clipped, isObject, isThere, itemsOf, membersOf, textOf, written, type Place } from './place.ts'
import { memo, type AgentDocument, type Breach } from './rule.ts'
import { schemasFrom } from './schemas.ts'

/** @property title What people call the tool, in the messages of the rules. */
export type Tool = { title: string; place: Place; name: Place; description: Place; schema: Place }

/** The object with the tools: the document, the result of an answer, or its toolConfig. */
export const listIn = ({ root }: AgentDocument): Place =>
  [at(root, 'result'), at(root, 'toolConfig'), root].find((place) => isThere(at(place, 'tools'))) ?? root

export const toolsIn = memo((document: AgentDocument): Tool[] => {
  const all = itemsOf(at(listIn(document), 'tools'))
  const isConverse = all.some((item) => isThere(at(item, 'toolSpec')))
  // A list for Converse also holds points at which a prompt is cached.
  const tools = isConverse ? all.filter((item) => isThere(at(item, 'toolSpec'))) : all
  return tools.map((item, index) => {
    const place = isConverse ? at(item, 'toolSpec') : item
    const name = written(place, 'name')
    return {
      title: clipped(textOf(name) ?? `tool ${index}`),
      place,
      name,
      description: written(place, 'description'),
      schema: isConverse ? at(place, 'inputSchema', 'json') : at(place, 'inputSchema'),
    }
  })
})

/** The schemas of the tools' arguments that are objects. The platforms' own rules judge others. */
export const toolRoots = memo((document: AgentDocument) =>
  toolsIn(document)
    .filter(({ schema }) => isObject(schema.value))
    .map(({ schema, title }) => ({ place: schema, owner: title })),
)

export const toolSchemas = memo((document: AgentDocument) => schemasFrom(toolRoots(document)))

export const inEachTool =
  (check: (tool: Tool, document: AgentDocument) => Breach[]) =>
  (document: AgentDocument): Breach[] =>
    toolsIn(document).flatMap((tool) =>
      check(tool, document).map(({ pointer, what }) => ({ pointer, what: `${tool.title}: ${what}` })),
    )

export function repeatedNames(document: AgentDocument): Breach[] {
  const seen = new Set<unknown>()
  return inEachTool(({ name }) => {
    const isNew = textOf(name) === undefined || !seen.has(name.value)
    seen.add(name.value)
    return isNew ? [] : [{ pointer: name.pointer, what: 'another tool has this name' }]
  })(document)
}

/** The properties of a schema that is an object. */
export const propertiesOf = (schema: Place) => membersOf(at(schema, 'properties'))
