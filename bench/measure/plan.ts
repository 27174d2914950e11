// How many rounds of what: enough for medians that hold, or few enough for two minutes.
export type Plan = Record<keyof Omit<typeof full, 'warm'>, number> & { warm: typeof full.warm }

const full = {
  cold: 41,
  coldFrameworks: 27,
  coldGrown: 5,
  services: 31,
  presign: 31,
  memory: 25,
  generation: 25,
  warm: { rounds: 31, turnMs: 60, warmUpMs: 600 },
}

const quick = {
  cold: 15,
  coldFrameworks: 5,
  coldGrown: 0,
  services: 9,
  presign: 7,
  memory: 3,
  generation: 2,
  warm: { rounds: 9, turnMs: 25, warmUpMs: 250 },
}

export const plans: Record<'full' | 'quick', Plan> = { full, quick }
