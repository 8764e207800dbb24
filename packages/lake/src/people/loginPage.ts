import type {Person} from './createPeople.ts'

/** What the page asks, and what went wrong the last time. */
export type LoginPage = {
  people: readonly Person[]
  /** Good for one answer. */
  formSecret: string
  /** Where to go back to, as `http://localhost:3333/structure`. */
  returnTo: string
  problem?: string
}

const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

const style = `
:root{color-scheme:light dark;--ink:#1d2b36;--muted:#586874;--line:#cfd8de;--field:#75848f;--paper:#fff;--ground:#f2f5f7;--accent:#0b6e6e;--on-accent:#fff;--bad:#a1261b}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef2;--muted:#9fb0bc;--line:#3a4a56;--field:#7d909d;--paper:#18232c;--ground:#0f171d;--accent:#4fc3bd;--on-accent:#06201f;--bad:#ff9d90}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{width:100%;max-width:26rem;background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:2rem}
h1{font-size:1.375rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1rem;margin:1.75rem 0 .75rem}
p{margin:0 0 1rem;color:var(--muted)}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
label{display:block;font-weight:600;margin:0 0 .25rem}
label span{font-weight:400;color:var(--muted)}
input{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--field);border-radius:.5rem;padding:.625rem .75rem;margin:0 0 1rem}
button{width:100%;font:inherit;cursor:pointer;border-radius:.5rem;padding:.625rem .75rem;border:1px solid var(--field);background:transparent;color:inherit}
button.person{display:flex;justify-content:space-between;gap:1rem;text-align:left}
button.person small{color:var(--muted);font-size:.875rem}
button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
:is(input,button):focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.problem{color:var(--bad);font-weight:600}
`

function renderPeople(people: readonly Person[], hidden: string): string {
  if (people.length === 0) return ''
  const items = people.map(
    ({id, name, role}) =>
      `<li><form method="post">${hidden}<button class="person" name="user" value="${escapeHtml(id)}"><span>${escapeHtml(name)}</span><small>${escapeHtml(role)}</small></button></form></li>`,
  )
  return `<ul>${items.join('')}</ul><h2>Somebody else</h2>`
}

/** The page of the development login: choose who you are, or say your name. Plain HTML, no script. */
export function renderLoginPage({people, formSecret, returnTo, problem}: LoginPage): string {
  const hidden = `<input type="hidden" name="form" value="${escapeHtml(formSecret)}">`
  const first = people.length === 0
  const intro = first
    ? 'Nobody has signed in to this lake yet. The first person becomes its administrator.'
    : 'This lake runs on your own machine, so it takes your word for it.'
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Who are you?</title><style>${style}</style></head>
<body><main>
<h1>Who are you?</h1>
<p>${intro} You go back to ${escapeHtml(new URL(returnTo).host)} afterwards.</p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
${renderPeople(people, hidden)}
<form method="post">${hidden}
<label for="name">Your name</label><input id="name" name="name" autocomplete="name" maxlength="100" required${first ? ' autofocus' : ''}>
<label for="email">E-mail <span>(if you like)</span></label><input id="email" name="email" type="email" autocomplete="email" maxlength="254">
<button class="main">${first ? 'Become administrator' : 'Continue'}</button>
</form>
</main></body></html>`
}

/** The headers of the page: nothing but its own style, no frame around it, and a form that may lead back. */
export function loginPageHeaders(returnTo: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Browsers hold form-action against redirects too, so the place to go back to is named.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${new URL(returnTo).origin}; frame-ancestors 'none'; base-uri 'none'`,
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  }
}
