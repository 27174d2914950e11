// A body that is JSON text already: an answer that holds the body of another one does not read and write it again.

export class Written {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/**
 * The text of an object with further members.
 * @param object The text of the object.
 * @param members The text of the members, as `"name":"value"`.
 */
export const extended = (object: string, members: string): string =>
  `${object.slice(0, -1)}${object === '{}' ? '' : ','}${members}}`
