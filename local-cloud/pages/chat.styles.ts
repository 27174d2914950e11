// How the conversation with the assistant looks.
export const chatStyles = `
#chat-turns { list-style: none; padding: 0; display: grid; gap: .9rem }
#chat-turns:not(:empty) { margin-bottom: 1rem }
#chat-turns .asked { margin-left: auto; width: fit-content; max-width: 85%; padding: .45rem .8rem;
  border-radius: .8rem .8rem .2rem .8rem; background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere }
#chat-turns .said { margin-top: .6rem; white-space: pre-wrap; overflow-wrap: anywhere }
#chat-turns .writing::after { content: '▍'; color: var(--accent) }
#chat-turns .calls, #chat-turns .proposals { margin-top: .5rem; padding: 0; list-style: none; display: grid; gap: .3rem }
#chat-turns .calls { color: var(--soft); font-size: .88rem }
#chat-turns .calls li, #chat-turns .proposals li { overflow-wrap: anywhere }
#chat-turns .proposals li { padding: .55rem .8rem; border: 1px solid var(--line); border-left: 3px solid var(--accent);
  border-radius: .5rem; background: var(--row) }
#chat-turns .proposals code { display: block; margin-top: .2rem; color: var(--soft); white-space: pre-wrap }
#chat-form { display: grid; grid-template-columns: 1fr auto; gap: .4rem .7rem; align-items: end }
#chat-form label { grid-column: 1 / -1; font-size: .9rem; font-weight: 600 }
#chat-form textarea { width: 100%; min-width: 0; padding: .5rem .7rem; font: inherit; color: inherit; resize: vertical;
  border: 1px solid var(--line); border-radius: .5rem; background: var(--paper) }
#chat-form .actions { display: grid; gap: .4rem }
@media (max-width: 40rem) { #chat-form { grid-template-columns: 1fr } #chat-form .actions { grid-auto-flow: column } }
`
