// The script of the start page: the copy buttons, the assistant, the tables of data, and their live updates.
import type { Change } from '../data/answers.ts'
import { enableChat } from './chat.ts'
import { enableCopying } from './copy.ts'
import { showExecutions } from './executions.ts'
import { showFiles } from './files.ts'
import { showItems } from './items.ts'
import { listen } from './live.ts'
import { showRequests } from './requests.ts'

enableCopying()
enableChat()

const refresh: Record<Change, () => Promise<void>> = {
  requests: showRequests(),
  tables: showItems(),
  files: showFiles(),
  executions: showExecutions(),
}
const all = Object.values(refresh)
for (const show of all) void show()
listen(Object.keys(refresh), (change) => {
  // After a break nobody knows which changes were missed.
  for (const show of change === 'all' ? all : [refresh[change as Change]]) void show()
})
