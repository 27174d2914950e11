// The assistant: a model on Bedrock, asked through the Converse API, and its failures as problems.
import { Problem } from '../http/problem.ts'
import { systemPrompt } from './assistant-prompt.ts'
import { lazily } from './lazily.ts'

const timeoutMilliseconds = 25_000
const retryAfterSeconds = 5

type Turn = { role: 'user' | 'assistant'; content: string }

export type AssistantOptions = {
  modelId: string
  region: string | undefined
  maxTokens: number
  temperature: number
  /** Milliseconds until the model is given up; the gateway waits 29 s. */
  timeout?: number
}

export function createAssistant({
  modelId,
  region,
  maxTokens,
  temperature,
  timeout = timeoutMilliseconds,
}: AssistantOptions) {
  const client = lazily(async () => {
    const { BedrockRuntimeClient, ConverseCommand } = await import('@aws-sdk/client-bedrock-runtime')
    // A second attempt would not fit into the gateway's time; the caller is told when to come back instead.
    const bedrock = new BedrockRuntimeClient({ maxAttempts: 1, ...(region !== undefined && { region }) })
    return { bedrock, ConverseCommand }
  })

  /** The model's answer to the last of the turns. Throws 429, 502 or 504. */
  const reply = async (turns: Turn[]) => {
    const { bedrock, ConverseCommand } = await client()
    const command = new ConverseCommand({
      modelId,
      system: [{ text: systemPrompt }],
      messages: turns.map(({ role, content }) => ({ role, content: [{ text: content }] })),
      inferenceConfig: { maxTokens, temperature },
    })
    const signal = AbortSignal.timeout(timeout)
    const { output, stopReason, usage } = await bedrock
      .send(command, { abortSignal: signal })
      .catch((error: unknown) => {
        throw problemOf(error as Error, signal.aborted)
      })
    const text = output?.message?.content?.map((block) => block.text ?? '').join('')
    // A model may stop before it says anything; an answer that lacks a part is no answer.
    if (text === undefined || !stopReason || !usage) throw new Problem('bad-gateway', 'The model failed to answer.')
    const { inputTokens = 0, outputTokens = 0, totalTokens = 0 } = usage
    return { reply: text, stopReason, usage: { inputTokens, outputTokens, totalTokens } }
  }

  return { reply }
}

function problemOf(cause: Error, timedOut: boolean): Problem {
  if (timedOut || cause.name === 'ModelTimeoutException') {
    return new Problem('gateway-timeout', 'The model did not answer in time.', { cause })
  }
  if (['ThrottlingException', 'ModelNotReadyException', 'ServiceQuotaExceededException'].includes(cause.name)) {
    return new Problem('too-many-requests', `The model is busy. Try again in ${retryAfterSeconds} seconds.`, {
      cause,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
  return new Problem('bad-gateway', 'The model failed.', { cause })
}
