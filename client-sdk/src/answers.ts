// Answers that are not JSON. Only contracts that have them import it.

export const readText = (response: Response): Promise<string> => response.text()

export const readBlob = (response: Response): Promise<Blob> => response.blob()

/** For operations with answers of several kinds: the answer says what it is. */
export async function readAny(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (/^text\/(?!json)|[/+]xml\b/.test(type)) return response.text()
  if (!/[/+]json\b/.test(type)) {
    const blob = await response.blob()
    return blob.size > 0 ? blob : undefined
  }
  const text = await response.text()
  return text ? (JSON.parse(text) as unknown) : undefined
}
