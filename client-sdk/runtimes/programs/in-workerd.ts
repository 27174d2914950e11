// Runs the worker of dist/ in workerd, the runtime of Cloudflare, and prints its findings.
import { Miniflare } from 'miniflare'

const miniflare = new Miniflare({ modules: true, scriptPath: 'worker.js', compatibilityDate: '2026-07-30' })
try {
  const answer = await miniflare.dispatchFetch('http://worker.test/', { method: 'POST', body: process.argv[2] ?? '' })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  console.log(text)
} finally {
  await miniflare.dispose()
}
