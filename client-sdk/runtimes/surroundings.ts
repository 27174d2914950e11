// What the exercise needs: the local cloud as a user starts it, with a proxy in front that fails first.
import { issueIdToken } from '../../local-cloud/emulators/cognito/index.ts'
import { createDataDir, runCloud } from '../../testing/local-cloud.ts'
import { startFlakyProxy } from '../testing/flaky-proxy.ts'

export async function startSurroundings() {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path, LOCAL_API_KEY: 'a-key' } })
  const url = await cloud.ready()
  const flaky = await startFlakyProxy(url)
  const token = issueIdToken(data.key, { user: 'alice', expiresIn: 3600 })
  return {
    given: { url, flaky: flaky.url, token, apiKey: 'a-key' },
    stop: async () => {
      flaky.close()
      await cloud.kill()
      await data.remove()
    },
  }
}
