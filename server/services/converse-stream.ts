// Reads a stream of Bedrock's Converse: it yields the pieces of the text, and returns the whole answer.
import type { ContentBlock, ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime'
import { Problem } from '../http/problem.ts'
import type { Round } from './assistant.ts'

type ToolUse = NonNullable<ContentBlock['toolUse']>
type Block = { text: string } | { toolUse: { toolUseId: string | undefined; name: string | undefined; json: string } }

/** @param next Returns the next part of the stream. Throws the problem of a model that fails. */
export async function* readStream(
  next: () => Promise<IteratorResult<ConverseStreamOutput>>,
): AsyncGenerator<string, Round> {
  const blocks: Block[] = []
  let stopReason: string | undefined
  let usage: Round['usage'] | undefined
  for (;;) {
    const part = await next()
    if (part.done) break
    const { contentBlockStart, contentBlockDelta, messageStop, metadata } = part.value
    const started = contentBlockStart?.start?.toolUse
    if (started) {
      const { toolUseId, name } = started
      blocks[contentBlockStart.contentBlockIndex ?? blocks.length] = { toolUse: { toolUseId, name, json: '' } }
    }
    const piece = contentBlockDelta && added(blocks, contentBlockDelta)
    if (piece) yield piece
    stopReason = messageStop?.stopReason ?? stopReason
    if (metadata?.usage) {
      const { inputTokens = 0, outputTokens = 0, totalTokens = 0 } = metadata.usage
      usage = { inputTokens, outputTokens, totalTokens }
    }
  }
  // A stream that ends before its message has failed.
  if (stopReason === undefined || !usage) throw new Problem('bad-gateway', 'The model failed to answer.')
  return { content: blocks.flatMap(contentOf), stopReason, usage }
}

type Delta = NonNullable<ConverseStreamOutput['contentBlockDelta']>

/** Adds the piece to its block. Returns it when it is text. */
function added(blocks: Block[], { contentBlockIndex = 0, delta }: Delta): string | undefined {
  const block = blocks[contentBlockIndex]
  if (delta?.text !== undefined) {
    // A block of text has no start of its own.
    if (block && 'text' in block) block.text += delta.text
    else blocks[contentBlockIndex] = { text: delta.text }
    return delta.text
  }
  if (delta?.toolUse?.input !== undefined && block && 'toolUse' in block) block.toolUse.json += delta.toolUse.input
  return undefined
}

function contentOf(block: Block | undefined): ContentBlock[] {
  if (!block) return []
  if ('text' in block) return [{ text: block.text }]
  const { toolUseId, name, json } = block.toolUse
  // Safe cast: whoever carries out the call checks its parts.
  return [{ toolUse: { toolUseId, name, input: inputOf(json) } as ToolUse }]
}

/** No piece at all stands for no arguments. A text that is no JSON stays a text, which is no object. */
function inputOf(json: string): unknown {
  try {
    return JSON.parse(json || '{}')
  } catch {
    return json
  }
}
