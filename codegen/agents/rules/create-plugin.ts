// The rules of the input of CreatePlugin, the operation that makes a plugin of Amazon Q Business.
import { isHttpsUrl } from './address.ts'
import { hasForm, hasLength, hasOneOf, memberAt } from './inputs-of-apis.ts'
import { at, isObject, itemsOf, membersOf, shown, textOf, written, type Place } from './place.ts'
import { acceptsUrl } from './placeholder.ts'
import { payloadOf } from './payload.ts'
import { breach, rulesOf, unless, type AgentDocument, type Rule } from './rule.ts'

const reference = {
  document: 'Amazon Q Business API Reference, CreatePlugin',
  url: 'https://docs.aws.amazon.com/amazonq/latest/api-reference/API_CreatePlugin.html',
}

/** The forms of identifiers in the qbusiness API. Each ARN must name a secret or a role. */
export const identifiers = {
  applicationId: /^[a-zA-Z0-9][a-zA-Z0-9-]{35}$/,
  secretArn: /^arn:aws[a-z-]{0,32}:secretsmanager:[a-z0-9-]{1,63}:\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}$/,
  roleArn: /^arn:aws[a-z-]{0,32}:iam::\d{12}:role\/[A-Za-z0-9/_+=,.@-]{1,576}$/,
}
export const maxDescription = 200
const maxUrl = 2048
const maxTags = 200

const custom = 'customPluginConfiguration'
const withLogin = 'oAuth2ClientCredentialConfiguration'
const logins = ['basicAuthConfiguration', 'idcAuthConfiguration', 'noAuthConfiguration', withLogin]
const members = [
  'applicationId',
  'authConfiguration',
  'clientToken',
  custom,
  'displayName',
  'serverUrl',
  'tags',
  'type',
]

const schemaOf = ({ root }: AgentDocument) => at(root, custom, 'apiSchema')
export const payloadPlace = (document: AgentDocument) => at(schemaOf(document), 'payload')
const loginOf = ({ root }: AgentDocument) => at(root, 'authConfiguration', withLogin)

const isGoodUrl = (document: AgentDocument, place: Place) => {
  const url = textOf(place) ?? ''
  return url.length <= maxUrl && acceptsUrl(document, url, isHttpsUrl)
}

const arn = (name: 'secretArn' | 'roleArn') => (document: AgentDocument) => {
  const login = loginOf(document)
  return isObject(login.value) ? hasForm(document, written(login, name), identifiers[name]) : []
}

export const createPlugin: Rule[] = rulesOf('create-plugin', reference, {
  members: {
    says: 'There is no `state`, and no other member that the operation does not know.',
    fix: 'Remove the member. A new plugin is enabled; `aws qbusiness update-plugin` changes its state.',
    check: ({ root }) =>
      membersOf(root)
        .filter(([name]) => !members.includes(name))
        .map(([name, place]) => breach(place, `${shown(name)} is no member of the input`)),
  },
  'application-id': {
    says: '`applicationId` is 36 letters, digits and hyphens.',
    fix: 'Copy the id of the application from the console.',
    check: (document) => hasForm(document, memberAt(document.root, 'applicationId'), identifiers.applicationId),
  },
  'display-name': {
    says: '`displayName` is 1 to 100 of `A-Z a-z 0-9 _ -`, the first a letter or digit.',
    fix: 'Rename the plugin.',
    check: (document) => hasForm(document, memberAt(document.root, 'displayName'), /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$/),
  },
  type: {
    says: '`type` is `CUSTOM`.',
    fix: 'Write CUSTOM.',
    check: ({ root }) =>
      unless(at(root, 'type').value === 'CUSTOM', written(root, 'type'), `it is ${shown(at(root, 'type').value)}`),
  },
  description: {
    says: `\`description\` has 1 to ${maxDescription} characters.`,
    fix: 'Say in one sentence what the plugin does.',
    check: ({ root }) => hasLength(memberAt(root, custom, 'description'), 1, maxDescription),
  },
  'schema-type': {
    says: '`apiSchemaType` is `OPEN_API_V3`.',
    fix: 'Write OPEN_API_V3.',
    check: ({ root }) => {
      const type = memberAt(root, custom, 'apiSchemaType')
      return unless(type.value === 'OPEN_API_V3', type, `it is ${shown(type.value)}`)
    },
  },
  'api-schema': {
    says: '`apiSchema` has exactly one of `payload` and `s3`.',
    fix: 'Keep one of them.',
    check: (document) => hasOneOf(schemaOf(document), ['payload', 's3']),
  },
  payload: {
    says: '`payload` is the text of an OpenAPI document.',
    fix: 'Write the document as JSON into a text.',
    check: (document) => {
      const payload = payloadPlace(document)
      if (payload.value === undefined) return []
      const { value } = payloadOf(payload, document)?.root ?? {}
      return unless(isObject(value) && Object.hasOwn(value, 'openapi'), payload, 'the payload is no OpenAPI document')
    },
  },
  authentication: {
    says: '`authConfiguration` has exactly one member.',
    fix: 'Keep the one way in which people sign in.',
    check: ({ root }) => hasOneOf(at(root, 'authConfiguration'), logins),
  },
  'secret-arn': {
    says: '`secretArn` names a secret of Secrets Manager.',
    fix: "Copy the secret's ARN.",
    check: arn('secretArn'),
  },
  'role-arn': {
    says: '`roleArn` names a role of IAM.',
    fix: "Copy the role's ARN.",
    check: arn('roleArn'),
  },
  'oauth-urls': {
    says: `The URLs of the login are https URLs of at most ${maxUrl} characters.`,
    fix: 'Write the URLs in full.',
    check: (document) =>
      ['authorizationUrl', 'tokenUrl'].flatMap((name) => {
        const place = written(loginOf(document), name)
        const isGood = place.value === undefined || isGoodUrl(document, place)
        return unless(isGood, place, `${shown(place.value)} is no https URL of at most ${maxUrl} characters`)
      }),
  },
  'same-urls': {
    level: 'warning',
    says: 'The URLs of the login are those of the document.',
    fix: "Copy the URLs from the document's security scheme.",
    check: (document) => {
      const login = loginOf(document)
      const inside = payloadOf(payloadPlace(document), document)
      const schemes = inside ? membersOf(at(inside.root, 'components', 'securitySchemes')) : []
      const flows = schemes.map(([, scheme]) => at(scheme, 'flows', 'authorizationCode'))
      return ['authorizationUrl', 'tokenUrl'].flatMap((name) => {
        const place = written(login, name)
        const isSame = flows.some((flow) => at(flow, name).value === place.value)
        // A URL that is no URL is a breach of another rule.
        const isAsked = flows.length > 0 && isGoodUrl(document, place)
        return unless(!isAsked || isSame, place, `${shown(place.value)} is not the ${name} of the document`)
      })
    },
  },
  'client-token': {
    says: '`clientToken` has 1 to 100 characters.',
    fix: 'Shorten the token, or leave it out.',
    check: ({ root }) => hasLength(memberAt(root, 'clientToken'), 1, 100, { optional: true }),
  },
  tags: {
    says: `There are at most ${maxTags} tags.`,
    fix: 'Leave out tags.',
    check: ({ root }) => {
      const { length } = itemsOf(at(root, 'tags'))
      return unless(length <= maxTags, written(root, 'tags'), `there are ${length} tags`)
    },
  },
})
