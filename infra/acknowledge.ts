// A finding of a check that stays as it is, and why.
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** @param reasons By the finding's id, as the validation report names it. It holds for what is below `scope` too. */
export function acknowledge(scope: IConstruct, reasons: Record<string, string>) {
  const findings = Object.entries(reasons).map(([id, reason]) => ({ id, reason }))
  Validations.of(scope).acknowledge(...findings)
}
