// The page of a browser: it runs the exercise itself, or lets its service worker run it.
import * as sdk from '@frontdesk/client-sdk'
import { exercise, type Findings, type Surroundings } from '../../testing/exercise.ts'

async function inServiceWorker(surroundings: Surroundings): Promise<Findings> {
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
    active?.postMessage(surroundings, [port2])
  })
}

Object.assign(globalThis, {
  ways: { page: (surroundings: Surroundings) => exercise(sdk, surroundings), serviceWorker: inServiceWorker },
})
