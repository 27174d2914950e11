// Listens to the changes of the local cloud while the page is visible.
import { part } from './dom.ts'

const againMilliseconds = 5000

/** @param onChange Called with a change, or with `all` at each connection. */
export function listen(changes: string[], onChange: (change: string) => void) {
  const state = part('#live')
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let isFirst = true

  const say = (text: string, isLive: boolean) => {
    state.textContent = text
    state.dataset.live = String(isLive)
  }
  const stop = () => {
    clearTimeout(again)
    source?.close()
    source = undefined
  }
  const start = () => {
    stop()
    source = new EventSource('/local-cloud/events')
    source.onopen = () => {
      say('Live', true)
      if (!isFirst) onChange('all')
      isFirst = false
    }
    source.onerror = () => {
      say('Not live. Connecting again…', false)
      // The browser tries again by itself after a break, but not after a refusal.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(start, againMilliseconds)
    }
    for (const change of changes) source.addEventListener(change, () => onChange(change))
  }

  // A browser has six connections to one server. Hidden pages would take them from the visible ones.
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()))
  addEventListener('pagehide', stop)
  addEventListener('pageshow', ({ persisted }) => persisted && start())
  if (!document.hidden) start()
}
