// The addresses that Redoc gives to the headings of the guides.

/** The address of a heading within the page. `headings` are its chapter and, below the chapter, its section. */
export function sectionAnchor(...headings: [string, string?]): string {
  const steps = headings.flatMap(
    (heading = '') =>
      heading
        .toLowerCase()
        .match(/[a-z0-9-]+/g)
        ?.join('-') ?? [],
  )
  return `#/section/${steps.join('/')}`
}

/** The chapters of the guides, in their order. */
export function chaptersOf(description: string): string[] {
  // A comment in a shell example begins like a heading.
  const prose = description.replace(/^```.*?^```/gms, '')
  return [...prose.matchAll(/^# (.+)$/gm)].flatMap(([, heading]) => heading?.trim() ?? [])
}
