// A script for tests in a browser: the visible texts whose contrast is below 4.5, the minimum of WCAG 2.2 (1.4.3).
export const lowContrasts = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = channels(getComputedStyle(at).backgroundColor)
      if (alpha > 0) return [r, g, b]
    }
    return [255, 255, 255]
  }
  const low = []
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
    if (!hasText || element.ariaDisabled === 'true' || !element.checkVisibility()) continue
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a)
    if ((a + 0.05) / (b + 0.05) < 4.5) low.push(element.textContent.slice(0, 60))
  }
  return low
})()`
