// Settings that are only examples. A deployment with them would tell nobody of alarms, or send sign-ins to somebody else.
import { placeholderRedirect, type Stage } from './stages.ts'

/** An address of an e-mail or an origin. */
const isExample = (address: string) => /(^|[@./])example\.com(:\d+)?$/i.test(address)

const isReserved = (host: string) => /(^|\.)(example\.(com|net|org)|example|invalid|test)$/i.test(host)

const isPlaceholder = (redirect: string) =>
  redirect === placeholderRedirect || !URL.canParse(redirect) || isReserved(new URL(redirect).hostname)

/** The addresses to which a sign-in returns with its code. */
const redirectsOf = ({ callbackUrls, assistants = [], plugin: { applicationId, redirectUrl } }: Stage) => [
  ...callbackUrls,
  ...assistants.flatMap((assistant) => assistant.callbackUrls),
  ...(applicationId === undefined ? [] : [redirectUrl]),
]

/** Throws a sentence for a stage that has them. */
export function refuseExamples(stage: Stage) {
  const { name, alarmEmail, origins } = stage
  const addresses = [alarmEmail, ...(name === 'prod' ? origins : [])].filter(isExample)
  const redirects = redirectsOf(stage).filter(isPlaceholder)
  if (addresses.length + redirects.length === 0) return
  const advice = [
    ...(addresses.length > 0 ? ['give --alarm-email or alarmEmail, and origins, of your own'] : []),
    ...(redirects.length > 0 ? ['people would be sent there after they sign in: give redirect URLs of your own'] : []),
  ].join('; ')
  const examples = [...addresses, ...redirects].join(' and ')
  throw new Error(`${name} cannot be deployed with ${examples}: ${advice} (infra/stages.ts).`)
}
