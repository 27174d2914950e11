// The files that belong to a project: an upgrade never takes them from the machinery.

/** Folders and files that a project writes itself from the first day on. */
const own = [
  'spec/',
  'generated/',
  'infra/golden/',
  'infra/stages.ts',
  'server/operations/',
  'server/repositories/',
  'server/sample-data/',
  'server/dependencies.ts',
  'bench/results',
  '.changeset/',
  'client-sdk/CHANGELOG.md',
  'README.md',
  'LICENSE',
  'package-lock.json',
  'docs/operations.md',
  'docs/costs.md',
  'docs/failures.md',
  'docs/systems.md',
]

/** In folders of their own, these belong to every project. */
const machinery = [
  /^server\/operations\/(index|results|system|mcp|chat)(\.test)?\.ts$/,
  /^server\/repositories\/(?!(cases|customers|events|products)\.)[\w.-]+$/,
  /^spec\/(conventions|problem|mcp|system|chat)\.yaml$/,
]

export const isMachinery = (path: string): boolean =>
  machinery.some((pattern) => pattern.test(path)) || !own.some((start) => path.startsWith(start))
