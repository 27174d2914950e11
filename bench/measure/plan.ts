// How many rounds of what: enough for medians that hold, or few enough for two minutes.
export type Plan = typeof full

const full = {
  cold: { rounds: 31, starts: 3 },
  services: { rounds: 31, starts: 3 },
  coldFrameworks: { rounds: 27, starts: 2 },
  coldGrown: { rounds: 5, starts: 1 },
  presign: { rounds: 31, starts: 1 },
  memory: 25,
  memoryLater: 25,
  generation: 25,
  warm: { rounds: 30, processes: 3, turnMs: 60, warmUpMs: 600 },
}

const quick: Plan = {
  cold: { rounds: 25, starts: 2 },
  services: { rounds: 13, starts: 2 },
  coldFrameworks: { rounds: 5, starts: 2 },
  coldGrown: { rounds: 0, starts: 1 },
  presign: { rounds: 15, starts: 1 },
  memory: 9,
  memoryLater: 1,
  generation: 3,
  warm: { rounds: 16, processes: 2, turnMs: 25, warmUpMs: 250 },
}

export const plans = { full, quick }
