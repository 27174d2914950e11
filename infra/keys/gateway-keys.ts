// API keys and usage plans of API Gateway: made, found and removed.
import {
  APIGatewayClient,
  ConflictException,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  NotFoundException,
  paginateGetApiKeys,
  paginateGetUsagePlans,
} from '@aws-sdk/client-api-gateway'

export type GatewayKeys = ReturnType<typeof openGatewayKeys>

export function openGatewayKeys(client: APIGatewayClient) {
  const idNamed = async (name: string): Promise<string | undefined> => {
    for await (const { items = [] } of paginateGetApiKeys({ client }, { nameQuery: name })) {
      // The query finds each name that begins so.
      const key = items.find((item) => item.name === name)
      if (key) return key.id
    }
    return undefined
  }

  return {
    /** The id of a usage plan. Throws a sentence when the stage has none of this name. */
    async planNamed(name: string): Promise<string> {
      for await (const { items = [] } of paginateGetUsagePlans({ client }, {})) {
        const plan = items.find((item) => item.name === name)
        if (plan?.id !== undefined) return plan.id
      }
      throw new Error(`There is no usage plan ${name}: deploy the stage first.`)
    },

    /** Makes the key, or finds it when an earlier attempt has made it, and puts it into the plan. Returns the gateway's id. */
    async make(key: { name: string; value: string; planId: string }): Promise<string> {
      const { name, value, planId: usagePlanId } = key
      const found = await idNamed(name)
      const id = found ?? (await client.send(new CreateApiKeyCommand({ name, value, enabled: true }))).id
      if (id === undefined) throw new Error(`API Gateway has given no id for ${name}.`)
      const inPlan = new CreateUsagePlanKeyCommand({ usagePlanId, keyId: id, keyType: 'API_KEY' })
      await client.send(inPlan).catch((error: unknown) => {
        if (!(error instanceof ConflictException)) throw error
      })
      return id
    },

    /** A key that is not there any more is no failure. */
    async remove(id: string | undefined, name: string): Promise<void> {
      const apiKey = id ?? (await idNamed(name))
      if (apiKey === undefined) return
      await client.send(new DeleteApiKeyCommand({ apiKey })).catch((error: unknown) => {
        if (!(error instanceof NotFoundException)) throw error
      })
    },
  }
}
