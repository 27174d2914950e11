// The rules of a plugin manifest of Microsoft 365 Copilot, version 2.4.
import { isHttpsUrl } from './address.ts'
import { manifestMembers } from './m365-members.ts'
import { at, isObject, isText, isThere, itemsOf, membersOf, shown, textOf, written, type Place } from './place.ts'
import { acceptsUrl } from './placeholder.ts'
import { breach, rulesOf, unless, type AgentDocument, type Breach, type Rule } from './rule.ts'

const manifest = {
  document: 'Microsoft 365 Copilot, API plugin manifest schema 2.4',
  url: 'https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/api-plugin-manifest-2.4',
}

const maxText = 4000
const required = ['name_for_human', 'namespace', 'description_for_human']
const runtimeTypes = ['OpenApi', 'LocalPlugin', 'RemoteMCPServer']
const authTypes = ['None', 'OAuthPluginVault', 'ApiKeyPluginVault']
const dataHandling = ['GetPublicData', 'GetPrivateData', 'DataTransform', 'ResourceStateUpdate']

const functionsOf = ({ root }: AgentDocument) => itemsOf(at(root, 'functions'))
const runtimesOf = ({ root }: AgentDocument) => itemsOf(at(root, 'runtimes'))
const titleOf = (one: Place) => textOf(at(one, 'name')) ?? 'a function'

const atMost =
  (member: string, most: number) =>
  ({ root }: AgentDocument): Breach[] => {
    const { length } = textOf(at(root, member)) ?? ''
    return unless(length <= most, at(root, member), `${member} has ${length} characters; the rest may be ignored`)
  }

export const m365: Rule[] = rulesOf('m365', manifest, {
  version: {
    says: '`schema_version` is `v2.4`.',
    fix: 'Write v2.4.',
    check: ({ root }) => {
      const version = written(root, 'schema_version')
      return unless(version.value === 'v2.4', version, `schema_version is ${shown(version.value)}`)
    },
  },
  'required-members': {
    says: `There are ${required.map((member) => `\`${member}\``).join(', ')}.`,
    fix: 'Add the member.',
    check: ({ root }) =>
      required.flatMap((member) => unless(isText(at(root, member)), written(root, member), `${member} is missing`)),
  },
  namespace: {
    says: '`namespace` is letters and digits.',
    fix: 'Leave the other characters out.',
    check: ({ root }) => {
      const namespace = at(root, 'namespace')
      const isGood = !isText(namespace) || /^[A-Za-z0-9]+$/.test(textOf(namespace) ?? '')
      return unless(isGood, namespace, `namespace is ${shown(namespace.value)}`)
    },
  },
  'known-members': {
    says: 'Every member is known: any other makes the document invalid.',
    fix: 'Remove the member.',
    check: ({ root }) => unknownMembers(root),
  },
  'text-length': {
    says: `A text has at most ${maxText.toLocaleString('en')} characters.`,
    fix: 'Shorten the text.',
    check: longTexts,
  },
  'function-name': {
    says: "A function's `name` is of `A-Z a-z 0-9 _`, and no two are the same.",
    fix: 'Rename the function.',
    check: (document) => {
      const seen = new Set<unknown>()
      return functionsOf(document).flatMap((one) => {
        const name = written(one, 'name')
        const isGood = /^[A-Za-z0-9_]+$/.test(textOf(name) ?? '') && !seen.has(name.value)
        seen.add(name.value)
        return unless(isGood, name, `the name is ${shown(name.value)}, or another function has it`)
      })
    },
  },
  'data-handling': {
    says: `\`capabilities.security_info.data_handling\` is a list of ${dataHandling.map((kind) => `\`${kind}\``).join(', ')}.`,
    fix: 'Write GetPrivateData for a read, ResourceStateUpdate for a write.',
    check: (document) =>
      functionsOf(document).flatMap((one) => {
        const info = at(one, 'capabilities', 'security_info')
        if (!isThere(info)) return []
        const handling = at(info, 'data_handling')
        const isGood =
          itemsOf(handling).length > 0 && itemsOf(handling).every(({ value }) => isKnown(dataHandling, value))
        return unless(isGood, handling, `${titleOf(one)}: data_handling is ${shown(handling.value)}`)
      }),
  },
  runtime: {
    says: `A runtime has a \`type\` (${runtimeTypes.join(', ')}), \`auth\` and \`spec\`.`,
    fix: 'Add the member.',
    check: (document) =>
      runtimesOf(document).flatMap((runtime) => [
        ...unless(
          isKnown(runtimeTypes, at(runtime, 'type').value),
          runtime,
          `the type is ${shown(at(runtime, 'type').value)}`,
        ),
        ...unless(isObject(at(runtime, 'spec').value), runtime, 'spec is missing'),
        ...unless(isObject(at(runtime, 'auth').value), runtime, 'auth is missing'),
      ]),
  },
  auth: {
    says: `\`auth.type\` is ${authTypes.join(', ')}; the last two need a \`reference_id\`.`,
    fix: 'Register the client in the Developer Portal, and copy its id.',
    check: (document) =>
      runtimesOf(document)
        .map((runtime) => at(runtime, 'auth'))
        .filter(({ value }) => isObject(value))
        .flatMap((auth) => {
          const { value } = at(auth, 'type')
          const isGood = value === 'None' || (isKnown(authTypes, value) && isText(at(auth, 'reference_id')))
          return unless(isGood, auth, `the type is ${shown(value)}, or reference_id is missing`)
        }),
  },
  'mcp-runtime': {
    says: 'The `spec` of a RemoteMCPServer has an https `url`; `mcp_tool_description` names a file or holds the tools.',
    fix: 'Write the URL of the MCP server in full.',
    check: (document) =>
      runtimesOf(document)
        .filter((runtime) => at(runtime, 'type').value === 'RemoteMCPServer')
        .map((runtime) => at(runtime, 'spec'))
        .filter(({ value }) => isObject(value))
        .flatMap((spec) => {
          const url = textOf(at(spec, 'url')) ?? ''
          const tools = at(spec, 'mcp_tool_description')
          const isDescribed = isText(at(tools, 'file')) || Array.isArray(at(tools, 'tools').value)
          return [
            ...unless(acceptsUrl(document, url, isHttpsUrl), written(spec, 'url'), `${shown(url)} is no https URL`),
            ...unless(!isThere(tools) || isDescribed, tools, 'there is neither a file nor a list of tools'),
          ]
        }),
  },
  'bound-functions': {
    says: '`run_for_functions` names functions of the manifest, and no function has two runtimes.',
    fix: 'Correct the name, or bind the function once.',
    check: (document) => {
      const names = new Set(functionsOf(document).map((one) => at(one, 'name').value))
      const bound = new Set<unknown>()
      return runtimesOf(document)
        .flatMap((runtime) => itemsOf(at(runtime, 'run_for_functions')))
        .flatMap((name) => {
          const isAll = typeof name.value === 'string' && name.value.includes('*')
          const isGood = isAll || ((names.size === 0 || names.has(name.value)) && !bound.has(name.value))
          bound.add(name.value)
          return unless(isGood, name, `${shown(name.value)} is no function, or has another runtime`)
        })
    },
  },
  'short-name': {
    level: 'warning',
    says: '`name_for_human` has at most 20 characters.',
    fix: 'Shorten the name.',
    check: atMost('name_for_human', 20),
  },
  'short-description': {
    level: 'warning',
    says: '`description_for_human` has at most 100 characters.',
    fix: 'Shorten the description.',
    check: atMost('description_for_human', 100),
  },
  'model-description': {
    level: 'warning',
    says: '`description_for_model` has at most 2,048 characters.',
    fix: 'Shorten the description.',
    check: atMost('description_for_model', 2048),
  },
  'security-info': {
    says: 'A function with another capability has `security_info`: without it none may be combined.',
    fix: 'Add security_info with data_handling.',
    check: (document) =>
      functionsOf(document).flatMap((one) => {
        const capabilities = at(one, 'capabilities')
        const others = membersOf(capabilities).filter(([name]) => name !== 'security_info')
        const isGood = others.length === 0 || isThere(at(capabilities, 'security_info'))
        return unless(isGood, capabilities, `${titleOf(one)}: there is no security_info`)
      }),
  },
  confirmation: {
    level: 'warning',
    says: 'A function with `ResourceStateUpdate` has a `confirmation`.',
    fix: 'Add capabilities.confirmation with a title and a body.',
    check: (document) =>
      functionsOf(document)
        .filter((one) =>
          itemsOf(at(one, 'capabilities', 'security_info', 'data_handling')).some(
            ({ value }) => value === 'ResourceStateUpdate',
          ),
        )
        .filter((one) => !isThere(at(one, 'capabilities', 'confirmation')))
        .map((one) => breach(at(one, 'capabilities'), `${titleOf(one)}: it writes without a confirmation`)),
  },
})

const isKnown = (known: string[], value: unknown) => typeof value === 'string' && known.includes(value)

/** Looks at objects of the manifest for which the schema lists the members. */
function unknownMembers(root: Place): Breach[] {
  const breaches: Breach[] = []
  const pending = [{ place: root, kind: 'manifest' }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { place, kind } = next
    const known = manifestMembers[kind] ?? {}
    for (const [name, member] of membersOf(place)) {
      const inside = Object.hasOwn(known, name) ? known[name] : undefined
      if (inside === undefined && !(name.startsWith('x-') && kind.startsWith('runtime'))) {
        breaches.push(breach(member, `${shown(name)} is no member of ${kind}`))
      } else if (inside) {
        for (const item of Array.isArray(member.value) ? itemsOf(member) : [member]) {
          pending.push({ place: item, kind: inside })
        }
      }
    }
  }
  return breaches
}

function longTexts({ root }: AgentDocument): Breach[] {
  const breaches: Breach[] = []
  const pending = [root]
  for (let place = pending.pop(); place; place = pending.pop()) {
    const text = textOf(place)
    if (text !== undefined && text.length > maxText)
      breaches.push(breach(place, `the text has ${text.length} characters`))
    const { value } = place
    if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) pending.push(written(place, key))
    }
  }
  return breaches
}
