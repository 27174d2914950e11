// A plain page: opens a case, uploads the chosen file with its progress, and lists the case's files.
import { createFrontdesk, ProblemError } from '@frontdesk/client-sdk'

const element = <Element extends HTMLElement>(selector: string): Element => {
  const found = document.querySelector<Element>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}
const form = element<HTMLFormElement>('form')
const bar = element<HTMLProgressElement>('progress')
const status = element<HTMLOutputElement>('output')

async function openCaseWith(file: File, baseUrl: string, token: string, signal: AbortSignal) {
  const frontdesk = createFrontdesk({ baseUrl, token })
  const { caseId } = await frontdesk.cases.create({ description: `About ${file.name}` }, { signal })
  await frontdesk.cases.upload(caseId, file, {
    signal,
    onProgress: ({ loaded, total }) => (bar.value = loaded / total),
  })
  for await (const { fileName, size, downloadUrl } of frontdesk.cases.listFiles(caseId, {}, { signal })) {
    const link = Object.assign(document.createElement('a'), {
      href: downloadUrl,
      textContent: `${fileName}, ${size} bytes`,
    })
    element('ul').append(Object.assign(document.createElement('li')), link)
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const controller = new AbortController()
  element('[name=cancel]').onclick = () => controller.abort()
  const values = new FormData(form)
  const file = values.get('file') as File
  openCaseWith(file, String(values.get('baseUrl')), String(values.get('token')), controller.signal).then(
    () => (status.textContent = 'Done'),
    (error: unknown) => {
      status.textContent = error instanceof ProblemError ? `${error.title}: ${error.detail ?? ''}` : String(error)
    },
  )
})
