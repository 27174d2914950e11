// A body that is JSON text already: an answer that holds the body of another one does not read and write it again.

export class Written {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}
