// Makes a text harmless that comes in pieces: a piece waits while the next one could turn it into a link.
import { defang } from './defang.ts'

/** After these characters no address goes on. Some scripts have no spaces. */
const boundary =
  /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}](?=[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]*$)/u
/** The beginning of a link whose target is still to come. */
const openLink = /\](?:\(|:)\s*<?\s*$/

/** @param own The address of this service. */
export function createDefang(own: string) {
  let waiting = ''
  const take = (length: number) => {
    const ready = waiting.slice(0, length)
    waiting = waiting.slice(length)
    return ready === '' ? '' : defang(ready, own)
  }
  return {
    /** Adds a piece, and returns what is ready. */
    push: (piece: string): string => {
      waiting += piece
      const found = boundary.exec(waiting)
      if (!found) return ''
      const end = found.index + found[0].length
      return take(openLink.exec(waiting.slice(0, end))?.index ?? end)
    },
    /** Returns what has waited. */
    end: (): string => take(waiting.length),
  }
}
