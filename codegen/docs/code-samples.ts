// Adds examples in the languages of the callers to each operation of the docs page's document.
import { sdkSample } from '../client-sdk/sample.ts'
import { methods } from '../contract.ts'
import type { Contract, Model, Operation } from '../model.ts'
import { withRetirement } from '../model/retirement.ts'
import { pythonSample } from '../python/sample.ts'
import { curlSample } from './curl-sample.ts'

type Target = { operationId?: string; description?: string; 'x-codeSamples'?: CodeSample[] }
type CodeSample = { lang: string; label: string; source: string }

/** Returns undefined where the language has no call of the operation. */
type Sample = (model: Model, operation: Operation) => string | undefined

/** Each row is a tab beside every operation. */
const languages: { lang: string; label: string; sample: Sample }[] = [
  { lang: 'Shell', label: 'curl', sample: curlSample },
  { lang: 'TypeScript', label: 'SDK', sample: sdkSample },
  { lang: 'Python', label: 'Python', sample: pythonSample },
]

/** The document of the docs page. */
export function withCodeSamples(model: Model): Contract {
  // Not by operationId: not every operation has one.
  const operations = new Map(model.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]))
  const paths = structuredClone(model.document.paths)
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const target: Target | undefined = item?.[method]
      const operation = operations.get(`${method} ${path}`)
      if (!target || !operation) continue
      if (operation.deprecated) target.description = withRetirement(operation, operation.description)
      const written = target['x-codeSamples'] ?? []
      // An example in the contract takes the place of a generated example.
      const missing = languages.filter(({ label }) => !written.some((sample) => sample.label === label))
      const made = missing.flatMap(({ lang, label, sample }) => {
        const source = sample(model, operation)
        return source === undefined ? [] : [{ lang, label, source }]
      })
      target['x-codeSamples'] = [...written, ...made]
    }
  }
  return { ...model.document, paths }
}
