// The names of this machine in a Host header, and names that only look like them.
import { expect, test } from 'vitest'
import { isThisMachine } from './this-machine.ts'

test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:80', '127.9.9.9', '[::1]:3000', '[::ffff:127.0.0.1]', undefined])(
  '%s is this machine',
  (host) => expect(isThisMachine(host, '127.0.0.1')).toBe(true),
)

test.each([
  ...['', ':3000', 'evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.localhost', '10.0.0.1'],
  ...['localhost@evil.example', 'localhost:3000:1', '[::2]', '128.0.0.1', 'localhost, evil.example', '[localhost'],
])('%s is another machine', (host) => expect(isThisMachine(host, '127.0.0.1')).toBe(false))

test('the configured host is this machine; on all addresses each number is, and no other name', () => {
  expect(isThisMachine('desk.lan:3000', 'desk.lan')).toBe(true)
  expect(isThisMachine('10.0.0.7:3000', '10.0.0.7')).toBe(true)
  expect(isThisMachine('10.0.0.7:3000', '0.0.0.0')).toBe(true)
  expect(isThisMachine('[fd00::7]:3000', '::')).toBe(true)
  expect(isThisMachine('evil.example', '0.0.0.0')).toBe(false)
})
