// generated/events/*.schema.json: the events that the service publishes, as JSON Schemas in the contract's version.
import { customerCreatedSchema } from '../../server/workflow/customer-created.ts'
import { resolve, type Contract, type Schema } from '../contract.ts'

export function renderCustomerCreated(contract: Contract) {
  const CustomerId = resolve<Schema>(contract, { $ref: '#/components/schemas/CustomerId' })
  return customerCreatedSchema({ info: contract.info, components: { schemas: { CustomerId } } })
}
