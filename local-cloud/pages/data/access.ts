// Lets only its own pages and programs of this machine read the data of the local cloud.
import type { IncomingHttpHeaders } from 'node:http'
import { isThisMachine } from '../../this-machine.ts'

const own = ['same-origin', 'none']

/** Why these headers get no data; undefined when they get them. */
export function refusalOf({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): string | undefined {
  if (!isThisMachine(host)) {
    return 'The data of the local cloud are for this machine only. Open the start page as http://localhost.'
  }
  // Another port of this machine is the same site, but it is another origin, and any program can listen there.
  const isForeign = site !== undefined && !own.includes(site)
  if (isForeign || (origin !== undefined && origin !== `http://${host ?? ''}`)) {
    return 'Only the start page itself reads the data of the local cloud. No other website may.'
  }
  return undefined
}
