// npm start -- --watch: generates when the contract is saved, and restarts the local cloud when the code is saved.
import { fileURLToPath } from 'node:url'
import { endWithNpm } from './end-with-npm.ts'
import { describe, isCode, isCodegen, isContract, watchChanges, type Change } from './watch/changes.ts'
import { createContract } from './watch/contract.ts'
import { createService } from './watch/service.ts'
import { createTypeCheck } from './watch/type-errors.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

type Options = { dataDir: string; examples: boolean }

export function watchAndRestart({ dataDir, examples }: Options) {
  const contract = createContract(root)
  const service = createService(root, examples ? ['--examples'] : [])
  const types = createTypeCheck(root, dataDir)
  /** The service does not run what the files are now. */
  let isStale = true

  /** Whether generated/ is what spec/ says. */
  const generate = async (changes: Change[]): Promise<boolean> => {
    if (changes.some(isCodegen)) contract.close()
    const outcome = await contract.generate()
    if ('findings' in outcome) {
      for (const finding of outcome.findings) console.error(finding)
      console.error(`The contract is not valid. ${meanwhile()}`)
      return false
    }
    if (outcome.changed.length > 0) isStale = true
    else if (!isStale) console.log('generated/ stays the same: no restart.')
    return true
  }
  const meanwhile = () =>
    service.isRunning() ? 'The service goes on as it was before.' : 'It starts when this is mended.'

  const replace = async () => {
    const outcome = await service.replace(() => !changes.isEmpty())
    if (outcome === 'ready') isStale = false
    if (outcome === 'not loaded') console.error(`The code cannot be loaded. ${meanwhile()}`)
  }

  const handle = async (batch: Change[]) => {
    const isGenerating = batch.some(isContract)
    console.log(`${describe(batch)}: ${isGenerating ? 'generating' : 'restarting'} …`)
    if (batch.some(isCode) || !service.isRunning()) isStale = true
    const isCurrent = !isGenerating || (await generate(batch))
    types.check(batch, isGenerating)
    // When more was saved meanwhile, its turn comes next, with one restart for both.
    if (!isCurrent || !isStale || !changes.isEmpty()) return
    if (isGenerating) console.log('generated/ is current: restarting …')
    await replace()
  }

  let queue: Promise<void> = Promise.resolve()
  const work = () => {
    queue = queue.then(async () => {
      for (let batch = changes.take(); batch.length > 0; batch = changes.take()) await handle(batch)
    })
  }
  const changes = watchChanges(root, work)
  queue = replace().then(() => {
    // Both are ready for the first save. Neither delays the start.
    contract.start()
    types.check([])
  })

  endOnSignals(async () => {
    contract.close()
    types.close()
    await Promise.all([changes.close(), service.close()])
  })
}

function endOnSignals(close: () => Promise<unknown>) {
  const stop = () => void close().then(() => process.exit(0))
  process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', stop)
  endWithNpm(stop)
}
