// A client that is loaded when it is first used: most requests need none of S3, Bedrock and Step Functions.

export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}
