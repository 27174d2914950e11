// A text that repeats words of a request, cut where it would be too long.

const maxText = 1000

export const shown = (text: string) => (text.length <= maxText ? text : `${text.slice(0, maxText).toWellFormed()}…`)
