import {html, type Markup} from '@spine-center/sdk/html'
import type {SiteChrome} from '../siteContext.ts'

/** What holds for the whole site: what it is not, whom to call, and what it keeps. */
export function siteFooter({title, description, disclaimer, emergencyPhone}: SiteChrome): Markup {
  return html`<footer class="site-footer">
    <div class="site-footer__inner">
      <div>
        <p class="site-footer__name">${title}</p>
        ${description && html`<p>${description}</p>`}
        <p>
          <a href="/get-help">Signs that need help now</a
          >${emergencyPhone && html`. In an emergency call <a href="tel:${emergencyPhone}">${emergencyPhone}</a>`}.
        </p>
      </div>
      <div>
        ${disclaimer && html`<p>${disclaimer}</p>`}
        <p>This site sets no cookies, counts no visits and keeps none of your answers.</p>
      </div>
    </div>
  </footer>`
}
