// The headers that every answer has: those for security, and those for pages of other origins.
import { securityHeaders } from '../../generated/headers.ts'
import { corsHeaders } from './cors.ts'

/** Made once: joining two objects for every answer takes longer than to copy one. */
const forEveryone = { ...securityHeaders, ...corsHeaders(['*'], undefined) }

/** @param allowed The origins whose pages may read the answer. */
export const sharedHeaders = (allowed: readonly string[], origin: string | undefined): Record<string, string> =>
  allowed.includes('*') ? forEveryone : { ...securityHeaders, ...corsHeaders(allowed, origin) }
