// What a value lacks of what is expected: members that are not named may be anything, lists are as long as expected.

export function differences(actual: unknown, expected: unknown, place = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${place} is ${show(actual)}, not a list`]
    const length = actual.length === expected.length ? [] : [`${place} has ${actual.length} of ${expected.length}`]
    return [...length, ...expected.flatMap((one, index) => differences(actual[index], one, `${place}[${index}]`))]
  }
  if (expected instanceof RegExp) {
    return typeof actual === 'string' && expected.test(actual) ? [] : [`${place} is ${show(actual)}, not ${expected}`]
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${place} is ${show(actual)}, not an object`]
    const present = new Map<string, unknown>(Object.entries(actual))
    return Object.entries(expected).flatMap(([name, one]) => differences(present.get(name), one, `${place}.${name}`))
  }
  return Object.is(actual, expected) ? [] : [`${place} is ${show(actual)}, not ${show(expected)}`]
}

const show = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value).slice(0, 200))
