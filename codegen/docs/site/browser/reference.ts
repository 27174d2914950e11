// Beside Redoc: what a keyboard and a screen reader miss in its page.

/** Redoc draws the page piece by piece, while its reader scrolls. */
const observer = new MutationObserver(() => schedule())
let isScheduled = false

function schedule() {
  if (isScheduled) return
  isScheduled = true
  requestAnimationFrame(() => {
    isScheduled = false
    mend()
  })
}

const title = document.createElement('h1')
title.className = 'reference-title'
title.textContent = document.title

function mend() {
  oneTitle()
  const menu = document.querySelector('.menu-content')
  menu?.setAttribute('role', 'navigation')
  menu?.setAttribute('aria-label', 'Reference')
  for (const button of document.querySelectorAll('button[aria-label]')) {
    // Speech input finds a button by the text that is seen.
    const text = button.textContent.trim()
    if (text !== '' && !button.getAttribute('aria-label')?.includes(text)) button.removeAttribute('aria-label')
  }
  for (const block of document.querySelectorAll<HTMLElement>('pre, code, table, div')) {
    if (block.tabIndex < 0 && scrolls(block)) block.tabIndex = 0
  }
}

/** Most pages of Redoc begin with a heading of the second level, and one has several of the first. */
function oneTitle() {
  const [first, ...others] = document.querySelectorAll('h1:not(.reference-title)')
  if (!first && !title.isConnected) navigation.append(title)
  if (first) title.remove()
  for (const heading of others) {
    heading.setAttribute('role', 'heading')
    heading.setAttribute('aria-level', '2')
  }
}

function scrolls(block: HTMLElement): boolean {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = block
  if (scrollWidth <= clientWidth && scrollHeight <= clientHeight) return false
  const { overflowX, overflowY } = getComputedStyle(block)
  return [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll')
}

const navigation = document.createElement('nav')
navigation.setAttribute('aria-label', 'Docs')
const home = document.createElement('a')
home.className = 'docs-home'
home.href = '/docs/'
home.textContent = 'Guides and search'
navigation.append(home)
document.body.append(navigation)
observer.observe(document.body, { childList: true, subtree: true })
schedule()
// The router of the page would take these links for places of its own.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const path = link?.getAttribute('href')?.replace(/^#(?=\/docs\/)/, '')
    if (!link || !path?.startsWith('/docs/') || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    location.assign(path)
  },
  { capture: true },
)
