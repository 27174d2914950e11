// The exercise as a Cloudflare Worker: its surroundings are the request's body, and its findings the answer.
import * as sdk from '@frontdesk/client-sdk'
import { exercise } from '../../testing/exercise.ts'

export default {
  fetch: async (request: Request) => Response.json(await exercise(sdk, await request.json())),
}
