// npm start -- --watch: generates when the contract is saved, and restarts the local cloud when the code is saved.
import { fileURLToPath } from 'node:url'
import { endWithNpm } from './end-with-npm.ts'
import { describe, isCode, isCodegen, isContract, watchChanges, type Change } from './watch/changes.ts'
import { createContract } from './watch/contract.ts'
import { createGenerated } from './watch/generated.ts'
import { createService } from './watch/service.ts'
import { createTypeCheck } from './watch/type-errors.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

type Options = { dataDir: string; examples: boolean }

export function watchAndRestart({ dataDir, examples }: Options) {
  const contract = createContract(root)
  const service = createService(root, examples ? ['--examples'] : [])
  const types = createTypeCheck(root, dataDir)
  const generated = createGenerated(root)
  /** The service does not run what the files are now. */
  let isStale = true

  const generate = async (changes: Change[]): Promise<'invalid' | 'other' | 'same'> => {
    if (changes.some(isCodegen)) contract.close()
    const outcome = await contract.generate()
    if ('findings' in outcome) {
      console.error([...outcome.findings, `The contract is not valid. ${meanwhile(service)}`].join('\n'))
      return 'invalid'
    }
    if (outcome.changed.length === 0 && !generated.isOther()) return 'same'
    isStale = true
    return 'other'
  }

  const replace = async () => {
    generated.noteLoaded()
    const outcome = await service.replace(() => !changes.isEmpty())
    if (outcome === 'ready') isStale = false
    if (outcome === 'not loaded') console.error(`The code cannot be loaded. ${meanwhile(service)}`)
  }

  const handle = async (batch: Change[]) => {
    const isGenerating = batch.some(isContract)
    console.log(`${describe(batch)}: ${isGenerating ? 'generating' : 'restarting'} …`)
    if (batch.some(isCode) || !service.isRunning()) isStale = true
    const outcome = isGenerating ? await generate(batch) : 'same'
    if (isGenerating && outcome === 'same' && !isStale) console.log('generated/ stays the same: no restart.')
    types.check(batch, isGenerating)
    // When more was saved meanwhile, its turn comes next, with one restart for both.
    if (outcome === 'invalid' || !isStale || !changes.isEmpty()) return
    if (isGenerating) console.log('generated/ is current: restarting …')
    await replace()
  }

  let queue: Promise<void> = Promise.resolve()
  const handleAll = async () => {
    for (let batch = changes.take(); batch.length > 0; batch = changes.take()) await handle(batch)
  }
  const work = () => void (queue = queue.then(handleAll))
  const changes = watchChanges(root, work)
  queue = replace().then(async () => {
    // Neither delays the start, and both are ready for the first save.
    types.check([])
    if ((await generate([])) !== 'other' || !changes.isEmpty()) return
    console.log('generated/ was not what spec/ says: restarting …')
    await replace()
  })

  endOnSignals(async () => {
    contract.close()
    types.close()
    await Promise.all([changes.close(), service.close()])
  })
}

const meanwhile = ({ isRunning }: { isRunning: () => boolean }) =>
  isRunning() ? 'The service goes on as it was before.' : 'It starts when this is mended.'

function endOnSignals(close: () => Promise<unknown>) {
  const stop = () => void close().then(() => process.exit(0))
  process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', stop)
  endWithNpm(stop)
}
