// Examples of each operation in the languages of its callers, for the document that the docs page is made of.
import { methods, operationsOf, type Contract, type Operation } from './contract.ts'
import { curlSample } from './curl-sample.ts'

type CodeSample = { lang: string; label: string; source: string }

/** One row is one tab beside every operation. */
const languages: { lang: string; label: string; sample: (contract: Contract, operation: Operation) => string }[] = [
  { lang: 'Shell', label: 'curl', sample: curlSample },
]

export function withCodeSamples(contract: Contract): Contract {
  const operations = new Map(operationsOf(contract).map((operation) => [operation.operationId, operation]))
  const paths = structuredClone(contract.paths)
  for (const item of Object.values(paths)) {
    for (const method of methods) {
      const target: ({ operationId?: string } & { 'x-codeSamples'?: CodeSample[] }) | undefined = item?.[method]
      const operation = operations.get(target?.operationId ?? '')
      if (!target || !operation) continue
      const written = target['x-codeSamples'] ?? []
      // An example written by hand in the contract takes the place of the one made here.
      const missing = languages.filter(({ label }) => !written.some((one) => one.label === label))
      const made = missing.map(({ lang, label, sample }) => ({ lang, label, source: sample(contract, operation) }))
      target['x-codeSamples'] = [...written, ...made]
    }
  }
  return { ...contract, paths }
}
