// A group of buttons of which one is pressed.

/** @returns A function that tells the chosen value. */
export function createChoice(group: HTMLElement, onChoice: () => void): () => string {
  const buttons = [...group.querySelectorAll('button')]
  const isPressed = (button: HTMLButtonElement) => button.getAttribute('aria-pressed') === 'true'
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      onChoice()
    })
  }
  return () => buttons.find(isPressed)?.value ?? ''
}
