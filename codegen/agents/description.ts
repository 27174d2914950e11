// One sentence of what the offered operations do, in the words of their summaries.

/** As many of the summaries as have room; it says when there are more. */
export function describe(title: string, summaries: string[], maxLength: number): string {
  const abilities = summaries.filter(Boolean).map(decapitalize)
  const sentence = (count: number) => {
    const listed = abilities.slice(0, count).join(', ')
    return `${title}: ${listed}${count < abilities.length ? ' and more' : ''}.`
  }
  let count = abilities.length
  while (count > 1 && sentence(count).length > maxLength) count -= 1
  return sentence(count)
}

const decapitalize = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
