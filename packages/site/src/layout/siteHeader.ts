import {html, type Markup} from '@spine-center/sdk/html'
import type {SiteChrome} from '../siteContext.ts'

const LINKS = [
  ['/articles', 'Articles'],
  ['/exercises', 'Exercises'],
  ['/screening', 'By condition'],
  ['/get-help', 'When to get help'],
] as const

/** Name of the clinic and the way to everything. */
export function siteHeader({name}: SiteChrome, section: string | undefined): Markup {
  const links = LINKS.map(
    ([path, label]) =>
      html`<li><a href="${path}" ${section === path && html` aria-current="page"`}>${label}</a></li>`,
  )
  return html`<header class="site-header">
    <div class="site-header__inner">
      <a class="brand" href="/">${mark()}<span>${name}</span></a>
      <nav aria-label="Main">
        <ul>
          ${links}
        </ul>
      </nav>
    </div>
  </header>`
}

function mark(): Markup {
  return html`<svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <g fill="currentColor">
      <rect x="10" y="2" width="12" height="5" rx="2.5" />
      <rect x="8" y="9.5" width="14" height="5" rx="2.5" />
      <rect x="9" y="17" width="15" height="5" rx="2.5" />
      <rect x="11" y="24.5" width="13" height="5" rx="2.5" />
    </g>
  </svg>`
}
