// The client SDK's size in a bundle, as its own check has it.
import { measureSizes } from '../../client-sdk/size.ts'

/** Bytes of gzip by what is used of it. */
export async function measureSdk(): Promise<Record<string, number>> {
  const sizes = await measureSizes()
  return Object.fromEntries(sizes.map(({ what, size }) => [what, size]))
}
