// The apps by name: what they are, and which of them are the peers.

export const frameworks = {
  'openapi-backend': 'openapi-backend as documented',
  'openapi-backend-quick': 'openapi-backend, `quick: true`',
  hono: 'Hono + @hono/zod-openapi',
  powertools: 'Powertools event handler + Zod',
  express: 'Express + express-openapi-validator',
  fastify: 'Fastify + fastify-openapi-glue',
} as const

export const appNames = { bare: 'bare handler, nothing validated', ours: 'Frontdesk', ...frameworks } as const

export type FrameworkName = keyof typeof frameworks
export type AppName = keyof typeof appNames

/** What Frontdesk is compared with; openapi-backend, on which it stands, has a ratio of its own. */
export const peers = ['hono', 'powertools', 'express', 'fastify'] as const
export type PeerName = (typeof peers)[number]
