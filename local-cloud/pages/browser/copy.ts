// The buttons that copy the text of an element.
import { part } from './dom.ts'

const shownMilliseconds = 2000

export function enableCopying() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
    const source = part(`#${button.dataset.copies ?? ''}`)
    button.addEventListener('click', () => {
      void copy(source).then((done) => {
        button.textContent = done
        setTimeout(() => (button.textContent = 'Copy'), shownMilliseconds)
      })
    })
  }
}

async function copy(source: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(source.textContent)
    return 'Copied'
  } catch {
    // Browsers offer the clipboard on https and localhost only. Elsewhere the reader copies the selected text.
    getSelection()?.selectAllChildren(source)
    return 'Selected'
  }
}
