// How the start page of the local cloud looks.
export const styles = `
:root {
  --paper: #f6f7f9; --card: #fff; --line: #e1e4ea; --ink: #1c2230; --soft: #5b6475; --accent: #1a63d8; --code: #f1f3f7;
  --ready: #1b8a4b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171d; --card: #1c2028; --line: #30353f; --ink: #e8eaf0; --soft: #a0a8b8; --accent: #7eb0ff;
    --code: #252a34; --ready: #4cc384;
  }
}
* { box-sizing: border-box; margin: 0 }
body {
  max-width: 66rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem;
  font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
}
header { margin-bottom: 2rem }
h1 { display: flex; align-items: center; gap: .75rem; font-size: 1.9rem; letter-spacing: -.02em }
h2 { font-size: 1.15rem }
h3 { font-size: .9rem; font-weight: 600 }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px }
.ready { margin: .5rem 0 1.1rem; color: var(--soft) }
.ready::before {
  content: ''; display: inline-block; width: .6rem; height: .6rem; margin-right: .55rem; border-radius: 50%;
  background: var(--ready);
}
.ready strong { font-weight: 600; color: var(--ink) }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem }
nav + nav { margin-top: .35rem }
nav span { color: var(--soft) }
section {
  margin-bottom: 1.25rem; padding: 1.4rem 1.5rem 1.5rem;
  border: 1px solid var(--line); border-radius: .75rem; background: var(--card);
}
section > p { margin: .2rem 0 1.1rem; color: var(--soft); font-size: .95rem }
code, pre { font: .84rem/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
section > p code { padding: .1em .35em; border-radius: .3rem; background: var(--code); color: var(--ink) }
.copyable { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: .4rem 1rem }
.copyable + .copyable { margin-top: 1rem }
.copyable pre {
  grid-column: 1 / -1; padding: .7rem .85rem; border-radius: .5rem; background: var(--code);
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.clipped {
  display: inline-block; max-width: 8.2ch; overflow: hidden; vertical-align: bottom; white-space: nowrap;
  text-overflow: ellipsis; color: var(--soft);
}
.lines { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden }
button {
  min-width: 5rem; padding: .25rem .8rem; font: 500 .84rem/1.5 system-ui, sans-serif; color: var(--accent);
  border: 1px solid var(--line); border-radius: .45rem; background: transparent; cursor: pointer;
}
button:hover { border-color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
dl > div {
  display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .1rem 1.5rem;
  padding: .55rem 0; border-top: 1px solid var(--line);
}
dt { font-weight: 600; overflow-wrap: anywhere }
dt small { margin-left: .6rem; font-weight: 400; font-size: .88rem; color: var(--soft) }
#executions dd { font-size: .92rem; overflow-wrap: anywhere }
dl + .copyable { margin-top: 1rem }
dd code { overflow-wrap: anywhere }
@media (max-width: 40rem) {
  body { padding: 1.5rem .85rem 3rem }
  section { padding: 1.1rem 1rem 1.2rem }
  dt small { display: block; margin: 0 }
}
`
