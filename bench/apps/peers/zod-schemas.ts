// The contract's schemas in Zod, for the apps that are written in it.
import type { z as Zod } from 'zod'

/** @param z The `z` of the framework: one of them extends it. */
export function schemas(z: typeof Zod) {
  const recipient = z.strictObject({
    name: z.string().min(1).max(120),
    city: z.string().min(1).max(120),
    postcode: z
      .string()
      .regex(/^[0-9A-Z -]{3,10}$/)
      .optional(),
  })
  const parcel = z.strictObject({
    name: z.string().min(1).max(120),
    description: z.string().max(2000).optional(),
    category: z.enum(['letter', 'small', 'large', 'freight']),
    quantity: z.int().min(0).max(100_000),
    price: z.number().min(0).max(9_999_999.99),
    dispatchDate: z.iso.date(),
    labels: z
      .record(z.string(), z.string().max(256))
      .refine((labels) => Object.keys(labels).length <= 20)
      .optional(),
    recipient,
  })
  const id = z.string().regex(/^[0-9a-f]{32}$/)
  return {
    parcel,
    change: parcel.partial().refine((change) => Object.keys(change).length > 0),
    stored: parcel.extend({ id }),
    path: z.object({ id }),
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).optional(),
      category: parcel.shape.category.optional(),
    }),
  }
}
