// Whether a file of tests is still one: some tests are left, and all that prepares them.

export const isWhole = (before: string, after: string): boolean =>
  /^\s*(test|it)\b/m.test(after) && hooksOf(before) === hooksOf(after)

/** How often something runs before the tests. Without it they would meet nothing. */
const hooksOf = (text: string) => text.match(/^\s*before(Each|All)\(/gm)?.length ?? 0
