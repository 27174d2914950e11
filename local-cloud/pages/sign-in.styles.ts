// How the pages of the local pool's sign-in look.
export const styles = `
:root {
  --paper: #f6f7f9; --card: #fff; --line: #d5d9e1; --ink: #1c2230; --soft: #5b6475; --accent: #1a63d8; --on: #fff;
  --wrong: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171d; --card: #1c2028; --line: #3a404c; --ink: #e8eaf0; --soft: #a0a8b8; --accent: #7eb0ff; --on: #10131a;
    --wrong: #ff9d94;
  }
}
* { box-sizing: border-box; margin: 0 }
body {
  min-height: 100vh; display: grid; grid-template-columns: minmax(0, 1fr); place-items: center; padding: 1.25rem;
  font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
}
main {
  width: 100%; max-width: 28rem; padding: 1.75rem; border: 1px solid var(--line); border-radius: .75rem;
  background: var(--card);
}
h1 { display: flex; align-items: center; gap: .7rem; font-size: 1.4rem; line-height: 1.25; letter-spacing: -.01em }
h1 + p, .reason + p { margin-top: .6rem; color: var(--soft); font-size: .95rem }
h2 { margin: 1.4rem 0 .5rem; font-size: .95rem }
ul { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; max-height: 16rem; overflow-y: auto }
button, input {
  min-height: 2.75rem; padding: .4rem .9rem; font: inherit; color: var(--ink); background: transparent;
  border: 1px solid var(--line); border-radius: .5rem;
}
button { cursor: pointer }
button:hover { border-color: var(--accent) }
li button { width: 100%; text-align: left; overflow-wrap: anywhere }
.line { display: flex; gap: .5rem }
input { flex: 1; min-width: 0 }
input[aria-invalid] { border-color: var(--wrong) }
.main { color: var(--on); background: var(--accent); border-color: var(--accent); font-weight: 600 }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
li button:focus-visible { outline-offset: -2px }
#wrong, .reason { margin-top: .6rem; color: var(--wrong); overflow-wrap: anywhere }
dl { margin-top: 1.6rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .85rem }
dl div { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .5rem }
dt { color: var(--soft) }
dd { overflow-wrap: anywhere }
@media (max-width: 30rem) {
  body { place-items: start center }
  main { padding: 1.25rem }
}
`
