// What is thrown when the parts of a schema contradict each other, so that no value can fit it.
export class Contradiction extends Error {}
