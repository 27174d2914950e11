// npm start: main.ts, with its code from the cache of the last start. This file is no TypeScript: for it alone Node would load
// its compiler, which takes 16 MB and a tenth of the start.
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./main.ts')
