// The caller's wishes in the header Prefer (RFC 7240): `code=404` is Prism's, `delay=2000` is the mock's own.

/** Milliseconds. The gateway gives up after 29 seconds. */
const longestDelay = 30_000

type Preferences = { code: number | undefined; delay: number }

/** What is no preference of the mock, or has no valid value, is ignored, as the RFC asks for. */
export function preferencesOf(header = ''): Preferences {
  const wishes = new Map(
    header.split(/[,;]/).map((part) => {
      const [name = '', value = ''] = part.split('=', 2).map((text) => text.trim())
      return [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')]
    }),
  )
  const numberOf = (name: string) => {
    const text = wishes.get(name) ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined
  }
  const code = numberOf('code')
  return {
    code: code !== undefined && code >= 200 && code <= 599 ? code : undefined,
    delay: Math.min(numberOf('delay') ?? 0, longestDelay),
  }
}
