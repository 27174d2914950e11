// The exercise in a service worker: its surroundings come in a message, and its findings go back by the message's port.
import * as sdk from '@frontdesk/client-sdk'
import { exercise } from '../../testing/exercise.ts'

type Asked = MessageEvent & { waitUntil: (work: Promise<unknown>) => void }

addEventListener('message', (event) => {
  // Safe cast: a service worker's messages are extendable events.
  const { data, ports, waitUntil } = event as Asked
  const answer = exercise(sdk, data)
    .catch((error: unknown) => ({ kept: [], broken: [String(error)] }))
    .then((findings) => ports[0]?.postMessage(findings))
  waitUntil.call(event, answer)
})
