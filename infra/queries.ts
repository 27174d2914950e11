// The saved queries of CloudWatch Logs Insights. The text of each alarm names one of them.
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { constructId, stageNamed } from './names.ts'
import { queries, type LogName, type Query, type QueryName } from './saved-queries.ts'
import type { Stage } from './stages.ts'

/** The log groups of the stack. */
export type Logs = Record<LogName, ILogGroup | ILogGroup[]>

/** Its name in the console: those of a stage stand in a folder. */
export const queryNamed = (stage: Stage, query: QueryName) => `${stageNamed(stage.name)}/${query}`

export function createQueries(parent: Construct, stage: Stage, logs: Logs) {
  const scope = new Construct(parent, 'Queries')
  for (const [query, { of, fields, filter, stats, sort }] of Object.entries<Query>(queries)) {
    const logGroups = [logs[of]].flat()
    // A stage may have no such function.
    if (logGroups.length === 0) continue
    new QueryDefinition(scope, constructId(query), {
      queryDefinitionName: queryNamed(stage, query as QueryName),
      logGroups,
      queryString: new QueryString({
        ...(fields && { fields }),
        ...(filter !== undefined && { filterStatements: [filter] }),
        ...(stats !== undefined && { statsStatements: [stats] }),
        ...(sort !== undefined && { sort }),
        limit: 100,
      }),
    })
  }
}
