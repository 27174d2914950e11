// A name of the project as the id of a construct.
export const constructId = (name: string) => name.replace(/^./, (first) => first.toUpperCase())
