// What the success of an operation gives, unless it is an object. A proxy may answer anything.

/** An object with a list of this name. */
export const listIn =
  (name: string) =>
  (body: unknown): boolean =>
    // Safe cast: the member of any value may be tested.
    Array.isArray((Object(body) as Record<string, unknown>)[name])

export const nothing = (body: unknown): boolean => body === undefined

export const anything = (): boolean => true
