// The first page of a new project: what it is, how it starts, its resources, and where the rest is said.
import type { Names } from '../../model/names.ts'

export type Shown = { operationId: string; method: string; path: string }

export function readmeOf({ title }: Names, sdk: string, resources: string[], operations: Shown[]): string {
  const rows = operations.map(({ operationId, method, path }) => `| \`${operationId}\` | ${method} ${path} |`)
  return `# ${title}

${title} is a serverless API on AWS, in TypeScript${resources.length > 0 ? `: ${resources.join(', ')}` : ''}. The contract in \`spec/\` is written by hand. The types, the
validation, the client SDK, the documentation, the mock, the gateway and the tools of assistants are generated from it.

## Start

You need npm and a POSIX shell. You need no AWS account, no Docker and no Java. Node 24 comes with the packages.

\`\`\`sh
npm ci && npm start    # ${title} is ready at http://localhost:3000
\`\`\`

<http://localhost:3000> shows what runs. <http://localhost:3000/docs> is the documentation. \`npm ci && npm test\` checks everything.

\`\`\`sh
TOKEN=$(npm run --silent token)
curl -s localhost:3000/status -H "authorization: Bearer $TOKEN"
\`\`\`

## Operations

| operation | request |
| --- | --- |
${rows.join('\n')}

[Operations](docs/operations.md) says who may call each. The SDK is [\`${sdk}\`](client-sdk/README.md).

## Make it your own

\`\`\`sh
npm run add -- --help       # a resource, or an operation
npm run remove -- --help    # a resource
npm run upgrade -- --help   # later machinery
\`\`\`

[Your own API](docs/your-own.md) goes from here to a deployed stage. [CONTRIBUTING](CONTRIBUTING.md) shows each step by hand.
[Everything else](docs/README.md) is in \`docs/\`.

The licence is [MIT](LICENSE).
`
}
