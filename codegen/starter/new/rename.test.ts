// Every kind of name of a project, in code and in texts, becomes that of the other one.
import { expect, test } from 'vitest'
import { namesOf } from '../../model/names.ts'
import { renameText } from './rename.ts'

const [from, to] = [namesOf('Tower'), namesOf('Acme Desk')]
const renamed = (text: string, path = 'page.md') => renameText(path, text, from, to)

test.each([
  ['Tower is a back office.', 'Acme Desk is a back office.'],
  ['the class TowerError', 'the class AcmeDeskError'],
  ['`createTower`', '`createAcmeDesk`'],
  ['TOWER_TOKEN_URL', 'ACME_DESK_TOKEN_URL'],
  ['@tower/client-sdk and tower-mcp', '@acme-desk/client-sdk and acme-desk-mcp'],
  ['tower/read', 'acme-desk/read'],
  ['https://api.tower.example/x', 'https://api.acme-desk.example/x'],
  ['const tower = createTower()', 'const acmeDesk = createAcmeDesk()'],
  ['await tower.cases.get(id)', 'await acmeDesk.cases.get(id)'],
  ['towerlocalusers0000001', 'acmedesklocalusers0000001'],
  ['type Tower = x', 'type AcmeDesk = x'],
  ['from tower_client import Tower, X', 'from acme_desk_client import AcmeDesk, X'],
  ['tower = Tower("…")', 'acmeDesk = AcmeDesk("…")'],
  ['tower___listCases', 'acme-desk___listCases'],
])('%s', (text, expected) => {
  expect(renamed(text)).toBe(expected)
})

test('an identifier of a program is one, and a text of a program is a text', () => {
  const code = "import { type Tower } from '@tower/sdk'\nconst f = (tower: Tower) => tower.x('Tower')\n"
  const expected =
    "import { type AcmeDesk } from '@acme-desk/sdk'\nconst f = (acmeDesk: AcmeDesk) => acmeDesk.x('Acme Desk')\n"
  expect(renamed(code, 'a.ts')).toBe(expected)
})

test('no spelling of the old name is left', () => {
  const all = 'Tower tower TOWER TowerX xTower tower-x x-tower tower.x tower/x _tower_ "tower" (tower)'
  expect(renamed(all)).not.toMatch(/tower/i)
  expect(renamed(all, 'a.ts')).not.toMatch(/tower/i)
})

test('a project of two words becomes one of one word', () => {
  const [long, short] = [namesOf('Acme Desk'), namesOf('Tower')]
  expect(renameText('page.md', 'acmedesklocalusers', long, short)).toBe('towerlocalusers')
  const text = 'Acme Desk, AcmeDeskError, acme-desk/read, acmeDesk.cases, ACME_DESK_URL'
  expect(renameText('page.md', text, long, short)).toBe('Tower, TowerError, tower/read, tower.cases, TOWER_URL')
})
