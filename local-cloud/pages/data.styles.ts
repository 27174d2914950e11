// How the data of the start page look: tables, their choices and pages, and the sign of the live connection.
export const dataStyles = `
:root { --good: #17703d; --warn: #8a5300; --bad: #b3261e; --row: #f8f9fb }
@media (prefers-color-scheme: dark) { :root { --good: #6fd39c; --warn: #f0b35e; --bad: #ff9a91; --row: #20252e } }
[hidden] { display: none !important }
#live { margin-left: .6rem; padding: .1rem .55rem; border-radius: 1rem; font-size: .8rem; border: 1px solid var(--line) }
#live:empty { display: none }
#live[data-live=true] { color: var(--good) }
#live[data-live=false] { color: var(--warn) }
.choices { display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: .9rem }
.choices button { min-width: 0; overflow-wrap: anywhere }
.choices [aria-pressed=true] { color: var(--card); background: var(--accent); border-color: var(--accent) }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem }
table { width: 100%; border-collapse: collapse; font-size: .88rem }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
th, td { padding: .4rem .75rem; text-align: left; vertical-align: top }
thead th { padding-block: .5rem; color: var(--soft); font-weight: 500; white-space: nowrap; background: var(--row) }
tbody tr { border-top: 1px solid var(--line) }
tbody tr.details { border-top: 0; background: var(--row) }
tbody th { min-width: 9.5rem; font-weight: 400; overflow-wrap: anywhere }
td.number { white-space: nowrap; font-variant-numeric: tabular-nums }
td.value { overflow-wrap: anywhere }
td code, th code { overflow-wrap: anywhere }
button.opens {
  min-width: 0; padding: 0; border: 0; border-radius: .2rem; color: inherit; font: inherit; text-align: left;
  overflow-wrap: anywhere; display: flex; gap: .5rem; align-items: baseline;
}
button.opens::before { content: '▸'; flex: none; width: .8em; color: var(--accent) }
button.opens[aria-expanded=true]::before { content: '▾' }
button.opens:hover { color: var(--accent) }
.status { font-weight: 600; font-variant-numeric: tabular-nums }
.s2, .s3 { color: var(--good) }
.s4 { color: var(--warn) }
.s5, .bad, .failure { color: var(--bad) }
section { scroll-margin-top: 1rem }
.details p { margin: .2rem 0 .6rem; color: var(--soft) }
.details h3 { margin: .6rem 0 .3rem; font-size: .84rem }
.details pre {
  max-height: 24rem; overflow: auto; padding: .7rem .85rem; border-radius: .5rem; background: var(--code);
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.pager { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: .5rem; margin-top: .8rem }
.pager .count { margin-right: auto; color: var(--soft); font-size: .88rem }
[aria-disabled=true] { opacity: .45; cursor: default }
[aria-disabled=true]:hover { border-color: var(--line) }
@media (max-width: 40rem) {
  .wide { display: none }
  th, td { padding-inline: .6rem }
}
`
