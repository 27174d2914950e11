// The script of every page: colours, menu, copying, search, and the panel of an operation.
import { toggleTheme } from './colours.ts'
import { startCopying } from './copy.ts'
import { startPanel } from './panel.ts'
import { startSearch } from './search.ts'

document.querySelector('#theme')?.addEventListener('click', toggleTheme)
// On a narrow screen the menu would push the page down.
const menu = document.querySelector<HTMLDetailsElement>('.menu > details')
if (menu) menu.open = matchMedia('(min-width: 60em)').matches
document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest' })
// Addresses of the time when the reference was the whole site.
if (location.hash.startsWith('#/')) location.replace(`/docs/reference/${location.hash}`)
startCopying()
startSearch()
startPanel()
