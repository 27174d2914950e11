// Dark or light: the reader's choice, else that of the system.
type Theme = 'dark' | 'light'

const place = 'redoc.colorMode'

export function themeNow(): Theme {
  try {
    const chosen = localStorage.getItem(place)
    if (chosen === 'dark' || chosen === 'light') return chosen
  } catch {
    // The browser keeps nothing for this site.
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function applyTheme(theme: Theme) {
  const { classList } = document.documentElement
  classList.remove('dark', 'light')
  classList.add(theme)
}

export function toggleTheme() {
  const theme = themeNow() === 'dark' ? 'light' : 'dark'
  try {
    localStorage.setItem(place, theme)
  } catch {
    // It lasts as long as the page.
  }
  applyTheme(theme)
}
