// The mock that remembers: the local cloud with the sample data, in a folder of its own that ends with it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { name } from '../../generated/names.ts'
import { startCloud } from '../cloud.ts'
import type { GatewayAnswer } from '../emulators/api-gateway/index.ts'
import { acceptsAnyKey, authenticateAnyone, authorizeAnyone } from './any-caller.ts'
import { answeringCodes, answeringWishes, streamingWishes } from './wishes.ts'

type StatefulOptions = { host: string; port: number; resetPath: string; onAnswer: (answer: GatewayAnswer) => void }

export async function startStatefulMock({ host, port, resetPath, onAnswer }: StatefulOptions) {
  const dataDir = await mkdtemp(join(tmpdir(), `${name}-mock-`))
  const removeData = () => rm(dataDir, { recursive: true, force: true })
  // The mock tells of each request itself.
  process.env.POWERTOOLS_LOG_LEVEL = 'ERROR'
  try {
    const cloud = await startCloud({
      ...{ host, port, dataDir, apiKey: 'any-key' },
      mock: {
        authenticate: authenticateAnyone,
        authorize: authorizeAnyone,
        keyIdOf: acceptsAnyKey,
        around: (handler) => answeringWishes(answeringCodes(handler)),
        aroundStream: (stream, handler) => streamingWishes(stream, answeringCodes(handler)),
        resetPath,
        onAnswer,
      },
    })
    return { url: cloud.url, close: () => cloud.close().finally(removeData) }
  } catch (error) {
    await removeData()
    throw error
  }
}
