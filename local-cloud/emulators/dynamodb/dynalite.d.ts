declare module 'dynalite' {
  import type { Server } from 'node:http'
  export default function dynalite(options: { path?: string; createTableMs?: number }): Server
}

declare module 'dynalite/db/index.js' {
  /** dynalite's store: a LevelDB when a path is given. */
  export function create(options: { path: string }): { db: { open(): Promise<void>; close(): Promise<void> } }
}
