// A plain page: signs a person in and out, and says who is signed in.
// A signed-in person opens a case, uploads the chosen file with its progress, and sees the case's files.
import { createFrontdesk, ProblemError } from '@frontdesk/client-sdk'
import { createBrowserAuth } from '@frontdesk/client-sdk/browser-auth'

function element<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`)
  return found
}
const status = element('output', HTMLOutputElement)
const signIn = element('#sign-in', HTMLButtonElement)
const signOut = element('#sign-out', HTMLButtonElement)

type Settings = { baseUrl: string; issuer: string; clientId: string }
// Safe cast: the page beside this file has these members.
const { baseUrl, issuer, clientId } = JSON.parse(element('#settings', HTMLElement).textContent) as Settings
const auth = createBrowserAuth({ issuer, clientId, redirectUri: location.pathname, storage: 'local' })

function showPerson() {
  const user = auth.user()
  element('#person', HTMLElement).textContent = user
    ? `Signed in as ${user.email ?? user.sub}.`
    : 'Nobody is signed in.'
  signIn.hidden = user !== undefined
  for (const part of document.querySelectorAll<HTMLElement>('.signed-in')) part.hidden = user === undefined
}
const showFailure = (error: unknown) => {
  status.textContent = error instanceof ProblemError ? `${error.title}: ${error.detail ?? ''}` : String(error)
}

auth.onChange(showPerson)
auth.handleRedirect().catch(showFailure).finally(showPerson)
signIn.onclick = () => void auth.signIn().catch(showFailure)
signOut.onclick = () => void auth.signOut().catch(showFailure)

// The upload, for a person who is signed in.
const frontdesk = createFrontdesk({ baseUrl, token: auth.token })
const form = element('form', HTMLFormElement)
const bar = element('progress', HTMLProgressElement)

async function openCaseWith(file: File, signal: AbortSignal) {
  const { caseId } = await frontdesk.cases.create({ description: `About ${file.name}` }, { signal })
  await frontdesk.cases.upload(caseId, file, {
    signal,
    onProgress: ({ loaded, total }) => (bar.value = loaded / total),
  })
  for await (const { fileName, size, downloadUrl } of frontdesk.cases.listFiles(caseId, {}, { signal })) {
    const item = document.createElement('li')
    item.append(
      Object.assign(document.createElement('a'), { href: downloadUrl, textContent: `${fileName}, ${size} bytes` }),
    )
    element('ul', HTMLUListElement).append(item)
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const controller = new AbortController()
  element('[name=cancel]', HTMLButtonElement).onclick = () => controller.abort()
  const [file] = element('[name=file]', HTMLInputElement).files ?? []
  if (!file) return
  openCaseWith(file, controller.signal).then(() => (status.textContent = 'Done'), showFailure)
})
