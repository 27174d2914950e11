// The findings of cfn-lint and checkov: read from their JSON, and compared with those that are acknowledged.
import type { Acknowledged } from './acknowledged-findings.ts'

/** `resource` is a logical id. */
export type Finding = { check: string; resource: string; says: string }

type CfnLint = { Rule: { Id: string }; Location: { Path: (string | number)[] }; Message: string }[]
type CheckovReport = {
  results?: {
    failed_checks?: { check_id: string; resource: string; check_name: string }[]
    parsing_errors?: string[]
  }
}

export function ofCfnLint(json: string): Finding[] {
  // Safe cast: the JSON of cfn-lint is a list of matches.
  const found = JSON.parse(json) as CfnLint
  return found.map(({ Rule, Location: { Path }, Message }) => ({
    check: Rule.Id,
    resource: Path[0] === 'Resources' ? String(Path[1]) : Path.join(' '),
    says: Message,
  }))
}

export function ofCheckov(json: string): Finding[] {
  // Safe cast: the JSON of checkov is one report, or one for each framework.
  const reports = [JSON.parse(json) as CheckovReport | CheckovReport[]].flat()
  return reports.flatMap(({ results = {} }) => [
    ...(results.failed_checks ?? []).map(({ check_id, resource, check_name }) => ({
      check: check_id,
      resource: resource.slice(resource.lastIndexOf('.') + 1),
      says: check_name,
    })),
    ...(results.parsing_errors ?? []).map((file) => ({ check: 'parsing', resource: file, says: 'cannot be read' })),
  ])
}

/** One sentence for each finding that is not acknowledged, and for each acknowledgement that nothing needs any more. */
export function faultsOf(findings: Finding[], acknowledged: Acknowledged[]): string[] {
  const covers = ({ check, on }: Acknowledged, finding: Finding) => check === finding.check && on.test(finding.resource)
  const open = findings.filter((finding) => !acknowledged.some((one) => covers(one, finding)))
  const needless = acknowledged.filter((one) => !findings.some((finding) => covers(one, finding)))
  return [
    ...new Set(open.map(({ check, resource, says }) => `${check} ${resource}: ${says}`)),
    ...needless.map(({ check, on }) => `${check} is acknowledged for ${on.source}, and nothing has it.`),
  ]
}
