// Operations on customers.
import type { Operation } from '../operation.ts'

export const putCustomer: Operation<'putCustomer'> = async ({ path: { id } }, { customers }) => {
  const body = { id, exists: true } as const
  if ((await customers.put(id)) === 'present') return { status: 200, body }
  return { status: 201, body, headers: { Location: `/customers/${id}` } }
}

export const getCustomer: Operation<'getCustomer'> = async ({ path: { id } }, { customers }) => ({
  status: 200,
  body: { id, exists: await customers.exists(id) },
})

export const deleteCustomer: Operation<'deleteCustomer'> = async ({ path: { id } }, { customers }) => {
  await customers.delete(id)
  return { status: 204 }
}
