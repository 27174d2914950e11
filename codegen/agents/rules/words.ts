// The words of names and descriptions that models and reviewers look at.

const verbs =
  'accept activate add answer apply approve archive assign attach authorize block book calculate call cancel change chat check clear clone close comment complete compute confirm connect convert copy count create deactivate decline delete describe detach disable disconnect download duplicate enable end estimate evaluate execute export extend fetch fill find generate get give grant handle head import insert invite invoke issue join leave link list load lock login logout lookup mark merge modify move notify open order patch pause pay ping place post predict preview print process publish purge put query read receive record refresh refund register reject release remove rename render reopen replace reply report request reserve reset resolve restart restore resume retrieve return revoke run save schedule search select send set share sign start stop store submit subscribe suggest summarize suspend sync tag test track transfer transform translate trigger unassign unlink unlock unsubscribe update upload upsert use validate verify view watch write'.split(
    ' ',
  )

const verbSet = new Set([...verbs, 'do'])

/** The first word of a name in camelCase, PascalCase, snake_case or kebab-case. */
const firstWord = (name: string) => /^[A-Z]?[a-z]+|^[A-Z]+(?![a-z])/.exec(name)?.[0].toLowerCase() ?? ''

export const isVerbFirst = (name: string) => verbSet.has(firstWord(name))

export const hasAddress = (text: string) => /https?:\/\/|#\/|(^|[\s(`'"])\/[a-z{]/i.test(text)

export const hasHttpMethod = (text: string) =>
  /(^|[^\w/])(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?=$|[^\w/])/.test(text)

/** Texts that look like a credential: keys of AWS and other services, private keys, tokens. */
const secrets = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(sk|pk|rk)[-_](live|test|proj|ant)[-_][A-Za-z0-9_-]{10,}/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{10,500}\.eyJ[A-Za-z0-9_-]{10}/,
]
export const hasSecret = (text: string) => secrets.some((secret) => secret.test(text))

/** Names of inputs that a person would have to fill with a secret. */
export const namesSecret = (name: string) =>
  /^(.*[-_])?(password|passwd|secret|api[-_]?key|access[-_]?token)$/i.test(name)
