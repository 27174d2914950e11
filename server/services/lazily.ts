// Loads a client at its first use: most requests need neither S3 nor Bedrock nor Step Functions.

export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}
