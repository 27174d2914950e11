// The versions of the API function: which are there, which one serves, and the way back to an earlier one.
import {
  DeleteFunctionCommand,
  GetAliasCommand,
  LambdaClient,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda'

export type Version = { number: number; modified: string; description: string }

export type Versions = ReturnType<typeof openVersions>

/** So many versions stay for a rollback by hand. */
export const keptVersions = 5

export function openVersions(client: LambdaClient, FunctionName: string, Name: string) {
  const served = async () => {
    const { FunctionVersion = '', RoutingConfig } = await client.send(new GetAliasCommand({ FunctionName, Name }))
    return { serving: Number(FunctionVersion), others: Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}) }
  }
  const list = async (): Promise<Version[]> => {
    const found: Version[] = []
    for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, { FunctionName })) {
      for (const { Version, LastModified = '', Description = '' } of Versions)
        if (/^\d+$/.test(Version ?? ''))
          found.push({ number: Number(Version), modified: LastModified, description: Description })
    }
    return found.sort((a, b) => b.number - a.number)
  }

  return {
    list,
    served,

    /** Leads all requests to the version, at once. Throws a sentence when there is no such version. */
    async serve(wanted: number | undefined): Promise<{ from: number; to: number }> {
      const [{ serving, others }, versions] = await Promise.all([served(), list()])
      if (others.length > 0)
        throw new Error(
          `Version ${others.join(', ')} is just taking over. Stop the deployment in CodeDeploy: that takes it back.`,
        )
      const earlier = versions.find(({ number }) => number < serving)?.number
      const to = wanted ?? earlier
      if (to === undefined) throw new Error(`There is no version before ${serving}.`)
      if (to === serving) throw new Error(`Version ${to} serves already.`)
      if (!versions.some(({ number }) => number === to)) {
        const there = versions.map(({ number }) => number).join(', ')
        throw new Error(`There is no version ${to}; there are ${there}.`)
      }
      await client.send(new UpdateAliasCommand({ FunctionName, Name, FunctionVersion: String(to), RoutingConfig: {} }))
      return { from: serving, to }
    },

    /** Removes all but the newest versions. What serves stays in any case. Returns the numbers of the removed ones. */
    async prune(keep = keptVersions): Promise<number[]> {
      const [{ serving, others }, versions] = await Promise.all([served(), list()])
      const inUse = new Set([String(serving), ...others])
      const old = versions.slice(keep).filter(({ number }) => !inUse.has(String(number)))
      for (const { number } of old)
        await client.send(new DeleteFunctionCommand({ FunctionName, Qualifier: String(number) }))
      return old.map(({ number }) => number)
    },
  }
}
