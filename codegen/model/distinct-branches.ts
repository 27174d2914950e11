// Branches of a `oneOf` that are there more than once. By the letter no value fits them, because one alone may fit.
import { mapParts, type Written } from './normal/schema.ts'

/**
 * Each branch once, where every branch of the schema is repeated; else undefined.
 *
 * @param target The schema behind a branch, in which references name their targets.
 */
export function distinctBranches(
  { oneOf, discriminator }: Written,
  target: (branch: Written) => Written,
): Written[] | undefined {
  // A discriminator tells its branches apart by their names.
  if (!Array.isArray(oneOf) || oneOf.length < 2 || discriminator) return undefined
  const texts = oneOf.map((branch) => JSON.stringify(withoutTexts(target(branch))))
  const isRepeated = (text: string) => texts.indexOf(text) !== texts.lastIndexOf(text)
  return texts.every(isRepeated) ? oneOf.filter((_, at) => texts.indexOf(texts[at] ?? '') === at) : undefined
}

/** The schema without what says nothing about its values. */
function withoutTexts(schema: Written): Written {
  const { title: _, description: __, example: ___, ...rest } = mapParts(schema, withoutTexts)
  return rest
}
