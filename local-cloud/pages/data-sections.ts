// The parts of the start page that its script fills with data: requests, items of tables, and files.
import { escape as of } from './markup.ts'
import { shownBuckets } from './data/files.ts'

type Section = {
  id: string
  title: string
  introduction: string
  /** The names to choose from, each a button. */
  choices?: { label: string; names: readonly string[] }
  caption: string
  columns: { name: string; isWide?: boolean }[]
  empty: string
}

export const requestsSection = () =>
  dataSection({
    id: 'requests',
    title: 'Last requests',
    introduction: 'Newest first, the last 100 since the start. Open one to see its log lines and its problem.',
    caption: 'The last requests to the API',
    columns: [
      { name: 'Request' },
      { name: 'Status' },
      { name: 'Time', isWide: true },
      { name: 'Duration', isWide: true },
      { name: 'Request id', isWide: true },
    ],
    empty: 'None yet. Paste one of the first calls into a shell, and it appears here.',
  })

export const tablesSection = ({ tables }: { tables: readonly string[] }) =>
  dataSection({
    id: 'tables',
    title: 'Tables',
    introduction: 'The items as they are stored, to read only. Open one to see all of it.',
    choices: { label: 'Table', names: tables },
    caption: 'Items of the table',
    columns: [{ name: 'id' }],
    empty: 'This table has no items yet.',
  })

export const filesSection = () =>
  dataSection({
    id: 'files',
    title: 'Files',
    introduction: 'The objects of the buckets. A link downloads its file.',
    choices: { label: 'Bucket', names: shownBuckets },
    caption: 'Files of the bucket',
    columns: [{ name: 'Name' }, { name: 'Size' }, { name: 'Type', isWide: true }, { name: 'Changed', isWide: true }],
    empty: 'This bucket has no files yet.',
  })

const dataSection = ({ id, title, introduction, choices, caption, columns, empty }: Section) => `
<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${of(title)}</h2><p>${of(introduction)}</p>
${choices ? choicesOf(choices) : ''}
<p class="failure" role="alert" hidden></p>
<p class="empty" hidden>${of(empty)}</p>
<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title" hidden>
<table><caption>${of(caption)}</caption>
<thead><tr>${columns.map(({ name, isWide }) => `<th scope="col"${isWide ? ' class="wide"' : ''}>${of(name)}</th>`).join('')}</tr></thead>
<tbody></tbody></table></div>
<div class="pager" hidden><span class="count"></span><button type="button" class="earlier">Previous</button><button type="button" class="later">Next</button></div>
</section>`

const choicesOf = ({ label, names }: { label: string; names: readonly string[] }) =>
  `<div class="choices" role="group" aria-label="${of(label)}">${names
    .map((name, n) => `<button type="button" value="${of(name)}" aria-pressed="${n === 0}">${of(name)}</button>`)
    .join('')}</div>`
