// A model whose calls are wrong in every way: names, ids, arguments and blocks.
import { propertiesOf, requiredOf } from './arguments.ts'
import { calls, readThrough, type AnswerBlock, type Model } from './model.ts'

export const malformed: Model = (conversation) => {
  const { lookUps } = readThrough(conversation)
  const { tools = [], messages } = conversation
  if (tools.length === 0 || lookUps.length > 1) {
    return { content: [{ text: 'I could not form a call.' }], stopReason: 'malformed_tool_use' }
  }
  const [first, needy] = [tools[0]?.name ?? '', tools.find((tool) => requiredOf(tool).length > 0)?.name ?? '']
  const wrong = Object.fromEntries(
    tools.flatMap((tool) => propertiesOf(tool).map(([name]) => [name, [{ [name]: null }]])),
  )
  const inputs = [
    '{"limit":1}',
    ['limit', 1],
    null,
    7,
    wrong,
    { limit: '1 OR 1=1' },
    { limit: 1e9 },
    { __proto__: 1, '': 2 },
  ]
  const blocks: AnswerBlock[] = [
    { text: ' ' },
    ...calls(conversation, [
      ...inputs.map((input) => ({ name: first, input })),
      { name: needy, input: {} },
      { name: 'noSuchTool', input: {} },
      { name: 'constructor', input: {} },
    ]),
    // Without an id, with one that is taken, and with names that no tool can have.
    { toolUse: { name: first, input: {} } },
    { toolUse: { toolUseId: `tooluse_${messages.length}_0`, name: first, input: {} } },
    { toolUse: { toolUseId: 'a b', name: first, input: {} } },
    { toolUse: { toolUseId: `odd_${messages.length}`, name: 'list cases; drop', input: {} } },
    { toolUse: {} },
  ]
  return { content: blocks }
}
