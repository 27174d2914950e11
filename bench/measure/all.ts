// Everything that is measured, side by side.
import { eventOf, requests, type RequestName } from '../api/requests.ts'
import type { Bundles } from '../build.ts'
import { startStandIn } from '../stand-in.ts'
import { measureCold } from './cold.ts'
import { measureGeneration } from './generation.ts'
import { measureMemory } from './memory.ts'
import type { Plan } from './plan.ts'
import { measureSdk } from './sdk.ts'
import { measureWarm } from './warm.ts'

export type Measured = Awaited<ReturnType<typeof measureAll>>

export async function measureAll(bundles: Bundles, plan: Plan, step: (what: string) => void) {
  const { bare, ours, ours200, ours1000, frameworks, grown, services, presign, jwt } = bundles

  step('cold starts, by the size of the contract')
  const cold = await measureCold(plan.cold, { bare, ours, ours200, ours1000 })
  step('cold starts, side by side with other frameworks')
  const coldFrameworks = await measureCold(plan.coldFrameworks, { bare, ours, ...frameworks })
  const coldGrown = []
  for (const { operations, ours, frameworks } of grown) {
    step(`cold starts at ${operations} operations, side by side with other frameworks`)
    coldGrown.push({ operations, ...(await measureCold(plan.coldGrown, { ours, ...frameworks })) })
  }

  step('cold starts with JWT and DynamoDB')
  const { env, token, stop } = await startStandIn()
  const event = eventOf(requests['POST, valid'], token)
  const createCase = eventOf({ method: 'POST', path: '/cases', body: { description: 'x' }, status: 201 }, token)
  const starts = {
    bare: { ...services.bare, event },
    ours: { ...services.ours, event },
    frontdesk: { ...services.frontdesk, event: createCase },
  }
  const coldServices = await measureCold(plan.services, starts, env).finally(stop)

  step('warm requests')
  const warm = await measureWarm(
    plan.warm,
    { bare, ours, ours1000, ...frameworks },
    {
      post: asked('POST, valid'),
      get: asked('GET of an item'),
      // The bare handler validates nothing; that only it takes what is invalid, the agreement has shown.
      invalid: asked('POST, invalid', 201),
    },
  )
  step('token checks')
  const { check } = await measureWarm(plan.warm, jwt, { check: { event, statuses: [200] } }, env)
  step('first presigned URLs')
  const presigned = await measureCold(plan.presign, presign)

  step('memory')
  const memory = await measureMemory(plan.memory, { bare, ours }, 10)
  const memoryLater = await measureMemory(plan.memoryLater, { bare, ours, ...frameworks }, 1000)
  step('contract to artefacts')
  const generation = await measureGeneration(plan.generation)
  const sdk = await measureSdk()

  return {
    ...{ cold, coldFrameworks, coldGrown, coldServices, warm, check, presigned },
    ...{ memory, memoryLater, generation, sdk, loadedBytes: ours.loadedBytes },
  }
}

const asked = (name: RequestName, ...also: number[]) => ({
  event: eventOf(requests[name]),
  statuses: [requests[name].status, ...also],
})
