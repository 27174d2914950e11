// Runs a pattern's program over a text: all ways at a time, so that the time grows with the text alone.

export function linearPattern(program) {
  const chars = program.map(([kind, source]) => (kind === 'char' ? new RegExp(`^${source}$`, 'su') : undefined))
  const looks = program.flatMap(([kind, inner]) =>
    kind === 'ahead' || kind === 'notAhead' ? [{ wanted: kind === 'ahead', pattern: linearPattern(inner) }] : [],
  )
  const anyButLines = program.map(([, source]) => source === '.')

  /** The instruction and all those that it leads to without reading a character. */
  const add = (list, seen, start, place) => {
    const waiting = [start]
    while (waiting.length > 0) {
      const at = waiting.pop()
      if (seen[at]) continue
      seen[at] = true
      const [kind, one, other] = program[at]
      if (kind === 'split') waiting.push(one, other)
      else if (kind === 'jump') waiting.push(one)
      else if (kind === 'char' || kind === 'match') list.push(at)
      else if (holds(kind, place)) waiting.push(at + 1)
    }
  }

  return {
    test(text) {
      if (looks.some(({ wanted, pattern }) => pattern.test(text) !== wanted)) return false
      const characters = Array.from(text)
      let list = []
      for (let index = 0; index <= characters.length; index++) {
        const seen = []
        const place = { before: characters[index - 1], after: characters[index] }
        const ways = []
        for (const at of list) add(ways, seen, at, place)
        // A match can begin at each place of the text.
        add(ways, seen, 0, place)
        if (ways.some((at) => program[at][0] === 'match')) return true
        const character = characters[index]
        list = []
        for (const at of ways) {
          const fits = anyButLines[at] ? !/^[\n\r\u2028\u2029]$/.test(character) : chars[at]?.test(character)
          if (character !== undefined && fits) list.push(at + 1)
        }
      }
      return false
    },
  }
}

const isWord = (character) => character !== undefined && /^\w$/.test(character)

function holds(kind, { before, after }) {
  if (kind === 'ahead' || kind === 'notAhead') return true
  if (kind === 'start') return before === undefined
  if (kind === 'end') return after === undefined
  return (isWord(before) !== isWord(after)) === (kind === 'word')
}
