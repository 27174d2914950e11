// Watches the running local cloud for the start page: its last requests with their lines, and each change of the data.
import { tapLog } from './log-tap.ts'
import { createLive } from './pages/data/live.ts'
import { createRequestRecord } from './request-record.ts'

export type Observation = ReturnType<typeof observe>

/** From now on, until `close`, each text that this process writes is read as well. */
export function observe() {
  const live = createLive()
  const requests = createRequestRecord(() => live.tell('requests'))
  const endTap = tapLog(requests.logged)
  return {
    live,
    requests,
    onTableWrite: () => live.tell('tables'),
    onFileWrite: () => live.tell('files'),
    onExecution: () => live.tell('executions'),
    close: () => {
      live.close()
      endTap()
    },
  }
}
