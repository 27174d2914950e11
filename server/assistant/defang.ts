// Makes links and images harmless that do not lead to this service. A client that renders them would send data away.

/** Written as a reference, a letter of an address is hidden from the patterns below. An ampersand stays a reference. */
const references = /&(?:#(\d{1,7});?|#x([\da-f]{1,6});?|(colon|sol|bsol|period|commat|lpar|lsqb|rsqb|excl);)/gi
const named: Record<string, string> = {
  colon: ':',
  sol: '/',
  bsol: '\\',
  period: '.',
  commat: '@',
  lpar: '(',
  lsqb: '[',
  rsqb: ']',
  excl: '!',
}

/** Control characters: browsers leave some of them out of an address. */
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g

/**
 * Returns the text as it was, but for what could lead elsewhere: `https[:]//example[.]com`.
 * @param own The address of this service.
 */
export function defang(text: string, own: string): string {
  const isOwn = ownAddress(own)
  const readable = text.replace(references, readableReference).replace(controls, '')
  // HTML, and addresses in angle brackets.
  const withoutTags = readable.replace(/<(?=[a-z/!?])/gi, (bracket, at: number) =>
    /^<\S*>/.test(readable.slice(at)) && isOwn(readable.slice(at + 1)) ? bracket : `${bracket} `,
  )
  // Markdown: [text](target), ![image](target), and [reference]: target.
  const withoutTargets = withoutTags
    .replace(/\](\()(\s*<?)([^\s)]*)/g, (link, bracket: string, space: string, target: string) =>
      isSafe(target, space, isOwn) ? link : `] ${bracket}${space}${target}`,
    )
    .replace(/\]:(\s*<?)(\S*)/g, (definition, space: string, target: string) =>
      isSafe(target, space, isOwn) || /^\s*[\p{L}\p{N}-]*[.,;]?$/u.test(space + target)
        ? definition
        : `] :${space}${target}`,
    )
  return withoutAddresses(withoutTargets, own, isOwn)
}

function readableReference(reference: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? reference
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
  const isPrintable = code > 0x20 && code < 0x7f && code !== 0x26
  return isPrintable ? String.fromCharCode(code) : reference
}

/** The characters after the host. Another host could begin with the same letters. */
const afterHost = /^(?:[/?#\s<>)"']|[.,;:!]*(?:\s|$))/

const ownAddress = (own: string) => (text: string) =>
  text.slice(0, own.length).toLowerCase() === own.toLowerCase() && afterHost.test(text.slice(own.length))

/** A target of this service, or a path on the page's own host. */
function isSafe(target: string, space: string, isOwn: (text: string) => boolean): boolean {
  if (isOwn(target)) return true
  return !space.includes('<') && /^(?:$|#[\w-]*$|\/(?:$|[\w~%?#.-][\w\-.~%?#/=&,;@+!*]*$))/.test(target)
}

/** What follows a scheme, with the host. Markdown and browsers also take backslashes. */
const address = /:([/\\]{2,})([^\s/?#<>"')\]:,;|]*)/g
/** A host without a scheme: after two slashes, or before a path or a port. */
const bareHost = /(?<=[/\\]{2})[^\s/?#<>"')\]]+|(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*\.\p{L}{2,}(?=[/?#]|:\d)/gu
const www = /\b(www)\\*\.(?=[\p{L}\p{N}])/giu
const mail = /\b(mailto|xmpp|tel):(?=\S)/gi

const dotted = (host: string) => host.replace(/(?<!\\)\\*\.(?=[\p{L}\p{N}])/gu, '[.]')

function withoutAddresses(text: string, own: string, isOwn: (text: string) => boolean): string {
  const pattern = new RegExp(`${escaped(own)}(?:(?!:\\\\*[/\\\\])[\\w\\-./~%?=&#@+:,;!$*])*`, 'gi')
  const parts: string[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    // A longer address only ends with the letters of this one.
    const isWhole = !/[\w+.-]$/.test(text.slice(0, index))
    if (!isWhole || !isOwn(text.slice(index))) continue
    parts.push(foreign(text.slice(end, index)), found)
    end = index + found.length
  }
  return [...parts, foreign(text.slice(end))].join('')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const foreign = (text: string) =>
  text
    .replace(address, (_, slashes: string, host: string) => `[:]${slashes}${dotted(host)}`)
    .replace(bareHost, dotted)
    .replace(www, '$1[.]')
    .replace(mail, '$1[:]')
