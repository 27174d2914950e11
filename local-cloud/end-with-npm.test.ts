// `npm start`, ended as a user ends it: by killing npm, which leaves its script running.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { expect, test, vi } from 'vitest'
import { createDataDir } from '../testing/local-cloud.ts'

test.concurrent.each([
  ['npm start', 'SIGTERM', []],
  // npm cannot forward SIGKILL, and the shell between npm and Node stays alive.
  ['npm start', 'SIGKILL', []],
  ['npm start -- --watch', 'SIGTERM', ['--', '--watch']],
] as const)('%s that gets %s frees its port within seconds', { timeout: 60_000 }, async (_, signal, args) => {
  const data = await createDataDir()
  const npm = spawn('npm', ['start', ...args], {
    env: {
      ...process.env,
      DATA_DIR: data.path,
      LOCAL_HOST: '',
      PORT: '0',
      LOCAL_COGNITO_PORT: '0',
      LOG_LEVEL: 'SILENT',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url = ''
  for await (const line of createInterface(npm.stdout)) {
    url = / is ready at (\S+)$/.exec(line)?.[1] ?? ''
    if (url !== '') break
  }
  expect((await fetch(url)).status).toBe(200)

  npm.kill(signal)
  await once(npm, 'exit')
  await vi.waitFor(() => expect(fetch(url)).rejects.toThrow(), { timeout: 10_000, interval: 200 })
  // The server removes the file when it closes. A killed server would leave it.
  await vi.waitFor(async () => expect(await readdir(data.path)).not.toContain('running.json'), { timeout: 5000 })
  await data.remove()
})
