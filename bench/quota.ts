// A share of a processor for a process: it is stopped for the rest of each period, as Lambda's scheduler does.

/** Lambda's own period. */
const periodMs = 20

/** Returns what ends it. A share of 1 changes nothing. */
export function throttle(pid: number, share: number): () => void {
  if (share >= 1) return () => undefined
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
    try {
      process.kill(pid, signal)
    } catch {
      // The process has ended by itself.
      isOver = true
    }
  }
  const run = () => {
    send('SIGCONT')
    if (!isOver) timer = setTimeout(rest, periodMs * share)
  }
  const rest = () => {
    send('SIGSTOP')
    if (!isOver) timer = setTimeout(run, periodMs * (1 - share))
  }
  run()
  return () => {
    isOver = true
    clearTimeout(timer)
    send('SIGCONT')
  }
}
