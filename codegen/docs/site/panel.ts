// The panel that sends an operation's request: its form, and the places of the answer.
import { codeBlock, dataBlock, escape, prose } from './markup.ts'
import type { BodyField, Credential, Field, PanelData } from './panel-data.ts'

/** @param samples The commands before a reader changes anything, and without a script. */
export function panel(data: PanelData, samples: { curl: string; sdk: string | undefined }): string {
  const { servers, fields, credentials, body } = data
  const groups = ['path', 'query', 'header'].map((place) => fields.filter((field) => field.in === place))
  return `<section class="panel" aria-labelledby="try-it"><h2 id="try-it">Try it</h2>
<noscript><p>The panel needs a script. The commands below work without it.</p></noscript>
<form id="request" novalidate>
<div class="field"><label for="server">Server</label><input id="server" name="server" list="servers" autocomplete="off" spellcheck="false" value="${escape(servers[0] ?? '')}">
<datalist id="servers">${servers.map((server) => `<option value="${escape(server)}"></option>`).join('')}</datalist></div>
${credentials.map(credentialField).join('\n')}
${credentials.length > 0 ? '<p class="local" hidden><button type="button" id="fill">Fill in the local cloud’s credential</button></p>' : ''}
${groups.flat().map(parameterField).join('\n')}
${body ? bodyField(body) : ''}
<p><button type="submit" id="send">Send</button> <span class="hint"><kbd>Ctrl</kbd> <kbd>Enter</kbd> sends too.</span></p>
</form>
<p id="outcome" role="status" aria-live="polite"></p>
<div id="answer" hidden><h3>Answer</h3><div class="code"><pre id="answer-body" tabindex="0" role="region" aria-label="Body of the answer"></pre></div>
<details><summary>Headers of the answer</summary><div class="code"><pre id="answer-headers" tabindex="0" role="region" aria-label="Headers of the answer"></pre></div></details></div>
<h3>The same with curl</h3>${codeBlock('curl', samples.curl, 'curl')}
${samples.sdk === undefined ? '' : `<h3>The same with the SDK</h3>${codeBlock('SDK', samples.sdk, 'sdk')}`}
${dataBlock('operation', data)}
</section>`
}

const credentialField = ({ label, place }: Credential, index: number) =>
  `<div class="field"><label for="credential-${index}">${escape(label)}</label><input id="credential-${index}" type="password" data-credential="${place}" autocomplete="off" spellcheck="false"></div>`

function parameterField({ name, in: place, required, text, choices, about }: Field): string {
  const id = `${place}-${name}`
  const label = `<label for="${escape(id)}"><code>${escape(name)}</code> <small>${place}${required ? ', required' : ''}</small></label>`
  const about_ = `aria-describedby="${escape(id)}-about"`
  const attributes = `id="${escape(id)}" data-in="${place}" data-name="${escape(name)}" ${about_}${required ? ' required aria-required="true"' : ''}`
  const options = [...(required ? [] : ['']), ...choices].map(
    (choice) => `<option${choice === text ? ' selected' : ''}>${escape(choice)}</option>`,
  )
  const input =
    choices.length > 0
      ? `<select ${attributes}>${options.join('')}</select>`
      : `<input ${attributes} autocomplete="off" spellcheck="false" value="${escape(text)}">`
  return `<div class="field">${label}${input}<small id="${escape(id)}-about">${prose(about)}</small></div>`
}

function bodyField({ type, kind, text, required }: BodyField): string {
  const label = `<label for="body">Body <small>${escape(type)}${required ? ', required' : ''}</small></label>`
  if (kind === 'binary') return `<div class="field">${label}<input id="body" type="file"></div>`
  if (kind === 'multipart' || kind === 'form') return '<p>The body is a form: use the curl command below.</p>'
  const rows = Math.min(16, Math.max(3, text.split('\n').length))
  return `<div class="field">${label}<textarea id="body" rows="${rows}" spellcheck="false">${escape(text)}</textarea></div>`
}
