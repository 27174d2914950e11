// The assistant: a model on Bedrock, called through the Converse API. Its failures become problems.
import type { AwsSettings } from '../aws/settings.ts'
import { createWithin } from '../deadlines.ts'
import { Problem } from '../http/problem.ts'
import { systemPrompt } from './assistant-prompt.ts'
import { lazily } from './lazily.ts'

const retryAfterSeconds = 5

type Turn = { role: 'user' | 'assistant'; content: string }

type AssistantOptions = {
  modelId: string
  /** Read at the first use. */
  aws: () => AwsSettings
  region: string | undefined
  maxTokens: number
  temperature: number
  /** The longest time for an answer, in milliseconds. */
  timeout?: number | undefined
}

export function createAssistant({ modelId, aws, region, maxTokens, temperature, timeout }: AssistantOptions) {
  const within = createWithin('Bedrock', timeout)
  const client = lazily(async () => {
    const { BedrockRuntimeClient, ConverseCommand } = await import('./bedrock-client.ts')
    // The gateway's time has no room for a second attempt. The answer tells the caller when to retry.
    const bedrock = new BedrockRuntimeClient({ ...aws(), maxAttempts: 1, ...(region !== undefined && { region }) })
    return { bedrock, ConverseCommand }
  })

  /** Returns the model's answer to the last turn. Throws 429, 502 or 504. */
  const reply = async (turns: Turn[]) => {
    const { bedrock, ConverseCommand } = await client()
    const command = new ConverseCommand({
      modelId,
      system: [{ text: systemPrompt }],
      messages: turns.map(({ role, content }) => ({ role, content: [{ text: content }] })),
      inferenceConfig: { maxTokens, temperature },
    })
    const { output, stopReason, usage } = await within((deadline) =>
      bedrock.send(command, { abortSignal: deadline }).catch((error: unknown) => {
        throw problemOf(error as Error, deadline.aborted)
      }),
    )
    const text = output?.message?.content?.map((block) => block.text ?? '').join('')
    // A model can stop before its first word. An incomplete answer is a failure.
    if (text === undefined || !stopReason || !usage) throw modelFailed('The model failed to answer.')
    const { inputTokens = 0, outputTokens = 0, totalTokens = 0 } = usage
    return { reply: text, stopReason, usage: { inputTokens, outputTokens, totalTokens } }
  }

  return { reply }
}

function problemOf(cause: Error, timedOut: boolean): Problem {
  if (timedOut || cause.name === 'ModelTimeoutException') {
    return new Problem('gateway-timeout', 'The model did not answer in time.', { cause, isElsewhere: true })
  }
  if (['ThrottlingException', 'ModelNotReadyException', 'ServiceQuotaExceededException'].includes(cause.name)) {
    return new Problem('too-many-requests', `The model is busy. Try again in ${retryAfterSeconds} seconds.`, {
      cause,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
  return modelFailed('The model failed.', cause)
}

const modelFailed = (detail: string, cause?: unknown) =>
  new Problem('bad-gateway', detail, { cause, isElsewhere: true })
