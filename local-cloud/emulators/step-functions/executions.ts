// The executions of the Step Functions emulator, by name. A journal keeps them over restarts. The memory has those that run; of
// those that have ended it has the name, and their place in the journal.
import { openJournal } from '../journal.ts'

export type Ended =
  { status: 'SUCCEEDED'; output: string } | { status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; error: string; cause: string }

export type Execution = {
  name: string
  input: string
  startedAt: number
  /** Names of the states that it entered, in order. */
  path: string[]
  stoppedAt?: number
  ended?: Ended
}

type EndedExecution = Required<Execution>

/** In the journal, in bytes. */
type Place = number

type Entry =
  | { name: string; startedAt: number; input: string }
  | { name: string; state: string }
  | { name: string; stoppedAt: number; ended: Ended }
  | EndedExecution

const nameIsFreeAfter = 90 * 24 * 60 * 60 * 1000
const stopped: Ended = {
  status: 'FAILED',
  error: 'LocalCloud.Stopped',
  cause: 'The local cloud stopped while the execution was running.',
}

/** Executions that were running when the local cloud stopped have failed. They are listed in `interrupted`. */
export function openExecutions(file: string) {
  const { journal, executions, interrupted } = openFile(file)

  const read = (kept: Execution | Place): Execution =>
    // Safe cast: the place is that of an execution that has ended.
    typeof kept === 'number' ? (journal.at(kept) as EndedExecution) : kept
  const running = (name: string): Execution | undefined => {
    const kept = executions.get(name)
    return typeof kept === 'number' ? undefined : kept
  }

  return {
    interrupted,
    find: (name: string): Execution | undefined => {
      const kept = executions.get(name)
      const execution = kept === undefined ? undefined : read(kept)
      return execution && !isForgotten(execution) ? execution : undefined
    },
    start: (name: string, input: string): Execution => {
      const entry = { name, startedAt: Date.now(), input }
      journal.append(entry)
      // A name that is free again moves to the end of the list.
      executions.delete(name)
      const execution = { ...entry, path: [] }
      executions.set(name, execution)
      return execution
    },
    // On a full disk only new executions are refused. Those that run go on, and are stored when there is room.
    enter: (name: string, state: string) => {
      journal.appendLater({ name, state })
      running(name)?.path.push(state)
    },
    end: (name: string, ended: Ended) => {
      const end = { stoppedAt: Date.now(), ended }
      const execution = running(name)
      const place = journal.appendLater(execution ? Object.assign(execution, end) : { name, ...end })
      if (execution) executions.set(name, place ?? execution)
    },
    /** Newest first. */
    recent: (limit = Infinity): readonly Execution[] => [...executions.values()].slice(-limit).reverse().map(read),
    /** Their names are free again. Those that run go on, and nobody can ask for them. */
    forget: () => executions.clear(),
    close: journal.close,
  }
}

/** The executions of the journal. After this all of them have ended. */
function openFile(file: string) {
  const found = new Map<string, Execution>()
  const interrupted: Execution[] = []
  const keep = (entries: Iterable<Entry>) => {
    for (const entry of entries) apply(found, entry)
    const now = Date.now()
    for (const execution of found.values()) {
      if (isForgotten(execution)) found.delete(execution.name)
      if (execution.ended) continue
      Object.assign(execution, { stoppedAt: now, ended: stopped })
      interrupted.push(execution)
    }
    // Safe cast: each has ended now.
    return [...found.values()] as EndedExecution[]
  }
  const journal = openJournal<Entry>({ file, isEntry, keep })
  const executions = new Map<string, Execution | Place>(
    [...found.values()].map((execution, index) => [execution.name, journal.places[index] ?? execution]),
  )
  // What is whole leaves the memory here.
  found.clear()
  return { journal, executions, interrupted }
}

function isEntry({ name, startedAt, input, path, state, stoppedAt, ended }: Record<string, unknown>): boolean {
  if (typeof name !== 'string') return false
  const isEnd =
    typeof stoppedAt === 'number' && typeof (ended as Partial<Ended> | null | undefined)?.status === 'string'
  if (typeof input === 'string')
    return typeof startedAt === 'number' && (path === undefined || (Array.isArray(path) && isEnd))
  return typeof state === 'string' || isEnd
}

function apply(executions: Map<string, Execution>, entry: Entry) {
  if ('input' in entry) {
    executions.set(entry.name, { path: [], ...entry })
    return
  }
  const execution = executions.get(entry.name)
  if (!execution) return
  if ('state' in entry) execution.path.push(entry.state)
  else Object.assign(execution, { stoppedAt: entry.stoppedAt, ended: entry.ended })
}

const isForgotten = ({ stoppedAt }: Execution) => stoppedAt !== undefined && Date.now() - stoppedAt > nameIsFreeAfter
