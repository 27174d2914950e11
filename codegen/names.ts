// generated/names.ts: what the project calls itself and its scopes, so that no other code spells them.
import { resolve, type Contract } from './contract.ts'

export type Names = {
  /** For people: `Acme Desk`. */
  title: string
  /** Of services, tables, buckets and stacks: `acme-desk`. */
  name: string
  /** Of types, classes and metrics: `AcmeDesk`. */
  identifier: string
  /** Of variables: `acmeDesk`. */
  variable: string
}

/** Every name is made from the contract's title. */
export function namesOf({ info: { title } }: Pick<Contract, 'info'>): Names {
  const words = title.match(/[A-Za-z0-9]+/g) ?? []
  const [first = ''] = words
  if (!/^[A-Za-z]/.test(first))
    throw new Error(`info.title: "${title}" must begin with a letter: names are made of it.`)
  const capitalized = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return {
    title,
    name: words.join('-').toLowerCase(),
    identifier: capitalized.join(''),
    variable: first.toLowerCase() + capitalized.slice(1).join(''),
  }
}

/** The scopes of all OAuth schemes, in the contract's order. */
function scopesOf(contract: Contract): string[] {
  const schemes = Object.values(contract.components?.securitySchemes ?? {}).map((scheme) => resolve(contract, scheme))
  const flows = schemes.flatMap((scheme) => (scheme.type === 'oauth2' ? Object.values(scheme.flows) : []))
  return [...new Set(flows.flatMap(({ scopes }) => Object.keys(scopes)))]
}

export function renderNames(contract: Contract): string {
  const { title, name, identifier, variable } = namesOf(contract)
  const text = (value: string) => `'${value.replaceAll("'", String.raw`\'`)}'`
  return [
    '/** The title, for people. */',
    `export const title = ${text(title)}`,
    '',
    '/** The name of services, tables, buckets and stacks. */',
    `export const name = ${text(name)}`,
    '',
    '/** The name of types, classes and metrics. */',
    `export const identifier = ${text(identifier)}`,
    '',
    '/** The name of variables in examples. */',
    `export const variable = ${text(variable)}`,
    '',
    '/** The scopes that an access token can carry. */',
    `export const scopes: readonly string[] = [${scopesOf(contract).map(text).join(', ')}]`,
    '',
  ].join('\n')
}
