// How many rounds of what: enough for medians that hold, or few enough for two minutes.
export type Plan = Record<keyof Omit<typeof full, 'warm'>, number> & { warm: typeof full.warm }

const full = {
  cold: 41,
  coldFrameworks: 27,
  coldGrown: 5,
  services: 41,
  presign: 31,
  memory: 25,
  memoryLater: 25,
  generation: 25,
  warm: { rounds: 31, turnMs: 60, warmUpMs: 600 },
}

const quick = {
  cold: 31,
  coldFrameworks: 5,
  coldGrown: 0,
  services: 15,
  presign: 9,
  memory: 9,
  memoryLater: 1,
  generation: 3,
  warm: { rounds: 15, turnMs: 25, warmUpMs: 250 },
}

export const plans: Record<'full' | 'quick', Plan> = { full, quick }
