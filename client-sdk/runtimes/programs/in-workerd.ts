// Runs the worker of dist/ in workerd, the runtime of Cloudflare, and prints its findings.
import { Miniflare } from 'miniflare'

// The list, because Miniflare itself follows no import whose name is computed.
const modules = [{ type: 'ESModule' as const, path: 'worker.js' }]
const miniflare = new Miniflare({ modules, compatibilityDate: '2026-07-30' })
try {
  const answer = await miniflare.dispatchFetch('http://worker.test/', { method: 'POST', body: process.argv[2] ?? '' })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  console.log(text)
} finally {
  await miniflare.dispose()
}
