// The client SDK's size in a bundle, as its own check has it.
import { budgets, gzippedSize } from '../../client-sdk/size.ts'

/** Bytes of gzip by what is used of it. */
export async function measureSdk(): Promise<Record<string, number>> {
  const sizes = await Promise.all(budgets.map(async ({ what, source }) => [what, await gzippedSize(source)]))
  return Object.fromEntries(sizes) as Record<string, number>
}
