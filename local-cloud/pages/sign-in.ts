// The pages of the local pool's sign-in as HTML documents: one to choose or name a user, one for a request that is wrong.
import { title } from '../../generated/names.ts'
import { escape } from './markup.ts'
import { styles } from './sign-in.styles.ts'

type SignInPage = {
  /** Where the form is sent. */
  action: string
  client: string
  redirectUri: string
  scopes: readonly string[]
  users: readonly string[]
  /** A random text of this one answer. Its policy allows the styles that carry the text. */
  nonce: string
  /** The fault of the name that was sent. */
  wrong?: string | undefined
}

export const signInPage = ({ action, client, redirectUri, scopes, users, nonce, wrong }: SignInPage) =>
  document(
    `Sign in · ${title}`,
    nonce,
    `<h1><img src="/favicon.ico" alt="" width="36" height="36">Sign in to ${escape(title)}</h1>
<p>This is the user pool of your own machine. It asks for no password.</p>
<form method="post" action="${escape(action)}">
<h2 id="known">Choose a user</h2>
<ul aria-labelledby="known">
${users.map((user) => `<li><button name="username" value="${escape(user)}">${escape(user)}</button></li>`).join('\n')}
</ul>
</form>
<form method="post" action="${escape(action)}">
<h2><label for="username">Or name another one</label></h2>
<div class="line">
<input id="username" name="username" required maxlength="128" pattern="\\S+" title="No spaces" autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false"${wrong === undefined ? '' : ' aria-invalid="true" aria-describedby="wrong" autofocus'}>
<button class="main">Sign in</button>
</div>
${wrong === undefined ? '' : `<p id="wrong" role="alert">${escape(wrong)}</p>`}
</form>
<dl>
<div><dt>Client</dt><dd>${escape(client)}</dd></div>
<div><dt>Scopes</dt><dd>${escape(scopes.join(' '))}</dd></div>
<div><dt>Returns to</dt><dd>${escape(redirectUri)}</dd></div>
</dl>`,
  )

export const errorPage = ({ reason, nonce }: { reason: string; nonce: string }) =>
  document(
    `Sign-in refused · ${title}`,
    nonce,
    `<h1><img src="/favicon.ico" alt="" width="36" height="36">This sign-in cannot start</h1>
<p role="alert" class="reason">${escape(reason)}</p>
<p>The browser was not sent back, because the address is not known to be yours.</p>`,
  )

const document = (name: string, nonce: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(name)}</title>
<link rel="icon" type="image/svg+xml" href="/favicon.ico">
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`
