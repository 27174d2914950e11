// The key of a creation: random, and the same for all attempts of a call. Only code that creates something imports it.

// Not crypto.randomUUID: browsers have it only on pages that come by https. React Native has no crypto at all.
export const randomKey = () =>
  (
    (globalThis as { crypto?: Crypto }).crypto?.getRandomValues(new Uint8Array(16)) ?? [1, 2, 3, 4].map(Math.random)
  ).join('-')

/** For a creation that its own content makes repeatable. */
export const noKey = () => undefined
