// A plain page: opens a case, uploads the chosen file with its progress, and lists the case's files.
import { createFrontdesk, ProblemError } from '@frontdesk/client-sdk'

function element<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`)
  return found
}
const form = element('form', HTMLFormElement)
const bar = element('progress', HTMLProgressElement)
const status = element('output', HTMLOutputElement)

async function openCaseWith(file: File, baseUrl: string, token: string, signal: AbortSignal) {
  const frontdesk = createFrontdesk({ baseUrl, token })
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
  const value = (name: string) => element(`[name=${name}]`, HTMLInputElement).value
  const [file] = element('[name=file]', HTMLInputElement).files ?? []
  if (!file) return
  openCaseWith(file, value('baseUrl'), value('token'), controller.signal).then(
    () => (status.textContent = 'Done'),
    (error: unknown) => {
      status.textContent = error instanceof ProblemError ? `${error.title}: ${error.detail ?? ''}` : String(error)
    },
  )
})
