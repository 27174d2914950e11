// A model of the Bedrock emulator for tests, in place of the environment's.
import { awsSettings } from '../server/aws/settings.ts'
import { createAssistant } from '../server/services/assistant.ts'

/** @param timeout The longest time for an answer with all its rounds, in milliseconds. */
export const emulated = (
  modelId: string,
  { timeout, maxTokens = 4000 }: { timeout?: number | undefined; maxTokens?: number } = {},
) =>
  createAssistant({
    modelId,
    aws: () => awsSettings(process.env),
    region: undefined,
    maxTokens,
    temperature: 0,
    timeout,
  })
