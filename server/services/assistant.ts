// The assistant's model on Bedrock, called through the Converse API. Its failures become problems.
import type { ContentBlock, Message, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime'
import type { AwsSettings } from '../aws/settings.ts'
import { createWithin, deadlines } from '../deadlines.ts'
import { Problem } from '../http/problem.ts'
import { lazily } from './lazily.ts'

export type { ContentBlock, Message, ToolConfiguration }

const retryAfterSeconds = 5

type AssistantOptions = {
  modelId: string
  /** Read at the first use. */
  aws: () => AwsSettings
  region: string | undefined
  maxTokens: number
  temperature: number
  /** The longest time for an answer, with all its rounds, in milliseconds. */
  timeout?: number | undefined
}

export type Conversation = { system: string; messages: Message[]; toolConfig?: ToolConfiguration }

export type Usage = { inputTokens: number; outputTokens: number; totalTokens: number }

/** What the model answers to a conversation. */
export type Round = { content: ContentBlock[]; stopReason: string; usage: Usage }

export function createAssistant({ modelId, aws, region, maxTokens, temperature, timeout }: AssistantOptions) {
  const within = createWithin('Bedrock', timeout)
  const client = lazily(() => loadClient(aws(), region))

  const inputOf = ({ system, messages, toolConfig }: Conversation) => ({
    modelId,
    system: [{ text: system }],
    messages,
    ...(toolConfig && { toolConfig }),
    inferenceConfig: { maxTokens, temperature },
  })

  /** Returns the model's answer to the last message. Throws 429, 502 or 504. */
  const converse = async (conversation: Conversation): Promise<Round> => {
    const { bedrock, ConverseCommand } = await client()
    const command = new ConverseCommand(inputOf(conversation))
    const { output, stopReason, usage } = await within((deadline) =>
      bedrock.send(command, { abortSignal: deadline }).catch((error: unknown) => {
        throw problemOf(error as Error, deadline.aborted)
      }),
    )
    const content = output?.message?.content
    // A model can stop before its first word. An incomplete answer is a failure.
    if (!content || !stopReason || !usage) throw modelFailed('The model failed to answer.')
    const { inputTokens = 0, outputTokens = 0, totalTokens = 0 } = usage
    return { content, stopReason, usage: { inputTokens, outputTokens, totalTokens } }
  }

  /**
   * Yields the pieces of the model's answer, and returns the whole. Throws as `converse` does.
   * @param signal Ends the model's work: the caller has left.
   */
  async function* converseStream(conversation: Conversation, signal?: AbortSignal): AsyncGenerator<string, Round> {
    const { bedrock, ConverseStreamCommand } = await client()
    const { readStream } = await import('./converse-stream.ts')
    // One for all parts: the request to Bedrock ends with it, and with the request each part that is waited for.
    const own = new AbortController()
    const abortSignal = signal ? AbortSignal.any([own.signal, signal]) : own.signal
    const bounded = <T>(work: () => Promise<T>): Promise<T> =>
      within((deadline) =>
        work().catch((error: unknown) => {
          throw problemOf(error as Error, deadline.aborted)
        }),
      )
    try {
      const command = new ConverseStreamCommand(inputOf(conversation))
      const { stream } = await bounded(() => bedrock.send(command, { abortSignal }))
      const parts = stream?.[Symbol.asyncIterator]()
      if (!parts) throw modelFailed('The model failed to answer.')
      return yield* readStream(() => bounded(() => parts.next()))
    } finally {
      own.abort()
    }
  }

  return { converse, converseStream, milliseconds: timeout ?? deadlines.Bedrock }
}

async function loadClient(aws: AwsSettings, region: string | undefined) {
  const { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } = await import('./bedrock-client.ts')
  // The gateway's time has no room for a second attempt. The answer tells the caller when to retry.
  const bedrock = new BedrockRuntimeClient({ ...aws, maxAttempts: 1, ...(region !== undefined && { region }) })
  return { bedrock, ConverseCommand, ConverseStreamCommand }
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
