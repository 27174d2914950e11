// The buttons that copy a block of code.
const shownFor = 1500

export function startCopying() {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.copy') : null
    const text = button?.parentElement?.querySelector('pre')?.textContent
    if (!button || text === undefined) return
    void copy(text).then((done) => {
      button.textContent = done ? 'Copied' : 'Select and copy'
      setTimeout(() => (button.textContent = 'Copy'), shownFor)
    })
  })
}

const copy = (text: string) =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
