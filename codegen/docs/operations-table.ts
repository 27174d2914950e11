// The table in docs/operations.md: who may call which operation.
import { operationsOf, securityOf, type Contract } from '../contract.ts'

export function renderOperationsTable(contract: Contract): string {
  const rows = operationsOf(contract).map((operation) => {
    const { operationId, method, path } = operation
    const [requirement] = securityOf(contract, operation)
    const cells = requirement?.apiKey
      ? ['', '', 'yes']
      : requirement?.cognito
        ? ['yes', `\`${requirement.cognito.join(' ')}\``, '']
        : ['anyone', 'anyone', 'anyone']
    return `| ${[`\`${operationId}\``, `${method.toUpperCase()} ${path}`, ...cells].join(' | ')} |`
  })
  return [
    '| operation | method and path | ID token of a user | access token with scope | API key |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
