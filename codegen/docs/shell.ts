// Texts in the commands of examples.

/** One word of a POSIX shell. */
export const shellWord = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
