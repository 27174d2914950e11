// The search: a list below its input, moved through by the arrow keys.
import type { Entry } from '../search-index.ts'

const most = 12
let entries: Promise<Entry[]> | undefined

const load = () => (entries ??= fetch('/docs/search.json').then((answer) => answer.json() as Promise<Entry[]>))

/** How well the entry fits; 0: not every word of the query is in it. */
function scoreOf({ title, note, words }: Entry, query: string): number {
  const [inTitle, inNote, inWords] = [title, note, words].map((text) => text.toLowerCase())
  const scores = query
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      if (inTitle?.includes(word)) return inTitle.startsWith(word) ? 12 : 10
      return inNote?.includes(word) ? 6 : inWords?.includes(word) ? 2 : 0
    })
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0)
}

export const found = (all: Entry[], query: string): Entry[] =>
  query.trim() === ''
    ? []
    : all
        .map((entry) => ({ entry, score: scoreOf(entry, query) }))
        .filter(({ score }) => score > 0)
        // An operation comes before other pages that fit as well.
        .map(({ entry, score }) => ({ entry, score: score + (entry.kind === 'operation' ? 1 : 0) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ entry }) => entry)

export function startSearch() {
  const input = document.querySelector<HTMLInputElement>('#search')
  const list = document.querySelector<HTMLElement>('#found')
  const count = document.querySelector('#found-count')
  if (!input || !list || !count) return
  let active = -1

  const close = () => {
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
    active = -1
  }
  const move = (to: number) => {
    const options = [...list.children]
    if (options.length === 0) return
    active = (to + options.length) % options.length
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)))
    input.setAttribute('aria-activedescendant', `found-${active}`)
    options[active]?.scrollIntoView({ block: 'nearest' })
  }
  const show = async () => {
    const query = input.value
    const results = found(await load(), query)
    if (query !== input.value) return
    active = -1
    list.replaceChildren(...results.map(optionOf))
    list.hidden = query.trim() === '' || results.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    count.textContent = query.trim() === '' ? '' : results.length === 0 ? 'Nothing found' : `${results.length} found`
    count.classList.toggle('hidden', results.length > 0 || query.trim() === '')
  }
  input.addEventListener('input', () => void show())
  input.addEventListener('focus', () => void load())
  input.form?.addEventListener('submit', (event) => event.preventDefault())
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(active + (event.key === 'ArrowDown' ? 1 : -1))
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    void show().then(() => (list.children[Math.max(active, 0)] as HTMLElement | undefined)?.click())
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !list.contains(target) && target !== input) close()
  })
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (event.key !== '/' || isTyping) return
    event.preventDefault()
    input.focus()
  })
}

function optionOf({ title, note, kind, address }: Entry, index: number) {
  const option = document.createElement('a')
  option.id = `found-${index}`
  option.role = 'option'
  option.tabIndex = -1
  option.href = address
  option.setAttribute('aria-selected', 'false')
  const name = document.createElement('strong')
  name.textContent = title
  const about = document.createElement('small')
  about.textContent = [kind, note].filter(Boolean).join(' · ')
  option.append(name, about)
  return option
}
