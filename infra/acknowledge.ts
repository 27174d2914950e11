// Accepts a finding of cdk-nag or CloudFormation, with the reason.
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** @param reasons The key is the finding's id in the validation report. Constructs below `scope` are included. */
export function acknowledge(scope: IConstruct, reasons: Record<string, string>) {
  const findings = Object.entries(reasons).map(([id, reason]) => ({ id, reason }))
  Validations.of(scope).acknowledge(...findings)
}
