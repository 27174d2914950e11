// The alias of the API function that the gateway calls.

/** It leads to one version, or to two while a new one takes over. */
export const liveAlias = 'live'
