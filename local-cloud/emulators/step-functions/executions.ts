// The executions of the Step Functions emulator, by name. A journal keeps them over restarts.
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

type Entry =
  | { name: string; startedAt: number; input: string }
  | { name: string; state: string }
  | { name: string; stoppedAt: number; ended: Ended }

const nameIsFreeAfter = 90 * 24 * 60 * 60 * 1000
const stopped: Ended = {
  status: 'FAILED',
  error: 'LocalCloud.Stopped',
  cause: 'The local cloud stopped while the execution was running.',
}

/** Executions that were running when the local cloud stopped have failed. They are listed in `interrupted`. */
export function openExecutions(file: string) {
  const executions = new Map<string, Execution>()
  const interrupted: Execution[] = []
  const keep = (entries: Entry[]) => {
    for (const entry of entries) apply(executions, entry)
    const now = Date.now()
    for (const execution of executions.values()) {
      if (isForgotten(execution)) executions.delete(execution.name)
      if (execution.ended) continue
      Object.assign(execution, { stoppedAt: now, ended: stopped })
      interrupted.push(execution)
    }
    return [...executions.values()].flatMap(entriesOf)
  }
  const journal = openJournal<Entry>({ file, isEntry, keep })

  // On a full disk only new executions are refused. Those that run go on, and are stored when there is room.
  const recordLater = (entry: Entry) => {
    journal.appendLater(entry)
    apply(executions, entry)
  }

  return {
    interrupted,
    find: (name: string): Execution | undefined => {
      const execution = executions.get(name)
      return execution && !isForgotten(execution) ? execution : undefined
    },
    start: (name: string, input: string): Execution => {
      const entry = { name, startedAt: Date.now(), input }
      journal.append(entry)
      // A name that is free again moves to the end of the list.
      executions.delete(name)
      apply(executions, entry)
      return executions.get(name) ?? { ...entry, path: [] }
    },
    enter: (name: string, state: string) => recordLater({ name, state }),
    end: (name: string, ended: Ended) => recordLater({ name, stoppedAt: Date.now(), ended }),
    /** Newest first. */
    recent: (limit = Infinity): readonly Execution[] => [...executions.values()].slice(-limit).reverse(),
    /** Their names are free again. Those that run go on, and nobody can ask for them. */
    forget: () => executions.clear(),
    close: journal.close,
  }
}

function isEntry({ name, startedAt, input, state, stoppedAt, ended }: Record<string, unknown>): boolean {
  if (typeof name !== 'string') return false
  if (typeof input === 'string') return typeof startedAt === 'number'
  const isEnd =
    typeof stoppedAt === 'number' && typeof (ended as Partial<Ended> | null | undefined)?.status === 'string'
  return typeof state === 'string' || isEnd
}

function apply(executions: Map<string, Execution>, entry: Entry) {
  if ('input' in entry) {
    executions.set(entry.name, { name: entry.name, input: entry.input, startedAt: entry.startedAt, path: [] })
    return
  }
  const execution = executions.get(entry.name)
  if (!execution) return
  if ('state' in entry) execution.path.push(entry.state)
  else Object.assign(execution, { stoppedAt: entry.stoppedAt, ended: entry.ended })
}

const entriesOf = ({ name, input, startedAt, path, stoppedAt, ended }: Execution): Entry[] => [
  { name, input, startedAt },
  ...path.map((state) => ({ name, state })),
  ...(stoppedAt !== undefined && ended ? [{ name, stoppedAt, ended }] : []),
]

const isForgotten = ({ stoppedAt }: Execution) => stoppedAt !== undefined && Date.now() - stoppedAt > nameIsFreeAfter
