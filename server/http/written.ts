// A body that is JSON text already: an answer that holds the body of another one does not read and write it again.

export class Written {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/**
 * The text of an object.
 * @param members Its members that are values.
 * @param written Its further members, as JSON.
 */
export function writtenObject(members: object, written: Readonly<Record<string, string>>): string {
  let text = JSON.stringify(members).slice(0, -1)
  for (const name in written) text += `${text === '{' ? '' : ','}"${name}":${written[name] ?? 'null'}`
  return `${text}}`
}
