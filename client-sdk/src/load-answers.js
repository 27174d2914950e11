// Loads the validators of answers by the name of their entry. It is JavaScript, because TypeScript would rewrite the name.

const entry = '@frontdesk/client-sdk/validate'

/** No bundler follows the name, so no bundle has validators that its author did not import. */
export const loaded = async (...given) =>
  (await import(/* webpackIgnore: true */ /* @vite-ignore */ entry)).answers(...given)
