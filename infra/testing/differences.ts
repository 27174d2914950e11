// How a value differs from an expected one, by the CDK's own matchers.
import { Match } from 'aws-cdk-lib/assertions'

/**
 * One sentence for each difference. Objects may have more members than are expected; lists have the same length.
 * @param expected A value, with matchers in it where a member is absent or a text has a pattern. `undefined` is absent.
 */
export function differences(actual: unknown, expected: unknown, place = 'value'): string[] {
  const result = Match.objectLike({ [place]: expected ?? Match.absent() }).test({ [place]: actual })
  return result.hasFailed() ? result.toHumanStrings() : []
}

export const like = ({ source }: RegExp) => Match.stringLikeRegexp(source)
