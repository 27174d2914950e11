// Samples round by round, their medians and spreads, and the ratios of paired ones.

/** Samples by what was measured, in the order of their rounds. */
export type Series<Name extends string> = Record<Name, number[]>

export type Summary = { median: number; p10: number; p90: number }

/** NaN of samples of which one could not be taken. */
export function summarize(values: readonly number[]): Summary {
  if (values.some(Number.isNaN)) return { median: Number.NaN, p10: Number.NaN, p90: Number.NaN }
  const sorted = values.toSorted((a, b) => a - b)
  const quantile = (p: number) => sorted[Math.round(p * (sorted.length - 1))] ?? Number.NaN
  return { median: quantile(0.5), p10: quantile(0.1), p90: quantile(0.9) }
}

const quotient = (a: number, b: number) => a / b

/** Paired by round, so that a while in which the machine is slow counts on both sides. */
export const paired = (a: readonly number[], b: readonly number[], combine = quotient): Summary =>
  summarize(a.map((value, round) => combine(value, b[round] ?? Number.NaN)))

/** The one with the least median, among those that have one. */
export function best<Name extends string>(series: Series<Name>, among: readonly Name[]): Name {
  const measured = among.filter((name) => !series[name].some(Number.isNaN))
  const [first] = measured.toSorted((a, b) => summarize(series[a]).median - summarize(series[b]).median)
  if (first === undefined) throw new Error('There is none to choose from.')
  return first
}

/** Takes a sample of each in turn, round after round; each round begins with another one. */
export async function interleave<Name extends string, Sample>(
  rounds: number,
  samplers: Record<Name, () => Sample | Promise<Sample>>,
): Promise<Record<Name, Sample[]>> {
  const samples = mapValues(samplers, (): Sample[] => [])
  const names = Object.keys(samplers) as Name[]
  for (let round = 0; round < rounds; round++) {
    for (const [n] of names.entries()) {
      const name = names[(round + n) % names.length]
      if (name !== undefined) samples[name].push(await samplers[name]())
    }
  }
  return samples
}

export function mapValues<Name extends string, A, B>(
  record: Record<Name, A>,
  map: (value: A, name: Name) => B,
): Record<Name, B> {
  const entries = Object.entries<A>(record).map(([name, value]) => [name, map(value, name as Name)])
  // Sound: the names are those of the record.
  return Object.fromEntries(entries) as Record<Name, B>
}
