// AWS WAF's statements, as far as the stack uses them: whether a request matches one.

export type WafRequest = { method: string; path: string; query?: string; headerNames: string[] }

type Text = { FieldToMatch: Record<string, object>; TextTransformations: { Type: string }[] }
type Leaf =
  | { ByteMatchStatement: Text & { PositionalConstraint: string; SearchString: string } }
  | { RegexMatchStatement: Text & { RegexString: string } }
  | { SizeConstraintStatement: Text & { ComparisonOperator: string; Size: number } }
export type WafStatement =
  | { AndStatement: { Statements: WafStatement[] } }
  | { OrStatement: { Statements: WafStatement[] } }
  | { NotStatement: { Statement: WafStatement } }
  | Leaf

export function matches(statement: WafStatement, request: WafRequest): boolean {
  if ('AndStatement' in statement) return listOf(statement.AndStatement).every((one) => matches(one, request))
  if ('OrStatement' in statement) return listOf(statement.OrStatement).some((one) => matches(one, request))
  if ('NotStatement' in statement) return !matches(statement.NotStatement.Statement, request)
  return leafMatches(statement, request)
}

/** WAF refuses a list of one. */
function listOf({ Statements }: { Statements: WafStatement[] }) {
  if (Statements.length < 2) throw new Error(`A list of ${Statements.length} statements`)
  return Statements
}

function leafMatches(leaf: Leaf, request: WafRequest): boolean {
  if ('ByteMatchStatement' in leaf) {
    const { PositionalConstraint, SearchString } = leaf.ByteMatchStatement
    if (PositionalConstraint !== 'EXACTLY') throw new Error(`No emulation of ${PositionalConstraint}`)
    return textOf(leaf.ByteMatchStatement, request) === SearchString
  }
  if ('SizeConstraintStatement' in leaf) {
    const { ComparisonOperator, Size } = leaf.SizeConstraintStatement
    if (ComparisonOperator !== 'GT') throw new Error(`No emulation of ${ComparisonOperator}`)
    return (textOf(leaf.SizeConstraintStatement, request)?.length ?? 0) > Size
  }
  const { RegexString } = leaf.RegexMatchStatement
  if (RegexString.length > 512) throw new Error(`WAF takes no expression of ${RegexString.length} characters.`)
  // WAF knows neither of these.
  if (/\(\?[=!<]|\\[1-9]/.test(RegexString)) throw new Error(`WAF does not take ${RegexString}`)
  const text = textOf(leaf.RegexMatchStatement, request)
  return text !== undefined && new RegExp(RegexString, 's').test(text)
}

/** A part that the request lacks matches nothing. */
function textOf({ FieldToMatch, TextTransformations }: Text, request: WafRequest): string | undefined {
  const text = fieldOf(Object.keys(FieldToMatch)[0] ?? '', request)
  return TextTransformations.some(({ Type }) => Type === 'LOWERCASE') ? text?.toLowerCase() : text
}

function fieldOf(field: string, { method, path, query, headerNames }: WafRequest): string | undefined {
  const fields: Record<string, string | undefined> = {
    Method: method,
    UriPath: path,
    QueryString: query,
    HeaderOrder: headerNames.join(':'),
  }
  if (!(field in fields)) throw new Error(`No emulation of ${field}`)
  return fields[field]
}
