import {html, Markup, type HtmlProblem, type MarkupValue} from '@spine-center/sdk/html'
import {toScript, type JsonLdGraph} from '@spine-center/sdk/jsonld'
import {publicFileUrl} from '../http/publicFiles.ts'
import type {SiteChrome} from '../siteContext.ts'
import {siteFooter} from './siteFooter.ts'
import {siteHeader} from './siteHeader.ts'

/** A page before it is put into the frame of the site. */
export interface Page {
  readonly title: string
  readonly description?: string | null
  /** Path that stands in the navigation for this page. */
  readonly section?: string
  readonly main: Markup
  /** Asks search engines to leave it out. */
  readonly isPrivate?: boolean
  readonly canonical?: string | null
  readonly language?: string
  /** Says that the page is shown as at another time, or to an editor. */
  readonly previewNote?: MarkupValue
  /** Addresses of the overlays that only an editor's preview has. */
  readonly overlays?: {readonly script: string; readonly style: string}
  /** What the page shows, for machines. */
  readonly structuredData?: readonly JsonLdGraph[]
  /** What of its content could not be shown as it was written. */
  readonly problems?: readonly HtmlProblem[]
}

/** A whole page: head, skip link, header, main part and footer. */
export function pageLayout(page: Page, chrome: SiteChrome): string {
  const title = page.title === chrome.title ? chrome.title : `${page.title} – ${chrome.name}`
  const markup = html`<!doctype html>
    <html lang="${page.language ?? 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`}
        ${page.isPrivate && html`<meta name="robots" content="noindex" />`}
        ${page.canonical && html`<link rel="canonical" href="${page.canonical}" />`}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="${publicFileUrl('favicon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${publicFileUrl('site.css')}" />
        ${page.overlays && html`<link rel="stylesheet" href="${page.overlays.style}" />`}
        ${page.overlays && html`<script src="${page.overlays.script}" defer></script>`}
        ${page.structuredData && new Markup(toScript(...page.structuredData))}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${page.previewNote && html`<div class="preview" role="status">${page.previewNote}</div>`}
        ${siteHeader(chrome, page.section)}
        <main id="main" tabindex="-1">${page.main}</main>
        ${siteFooter(chrome)}
      </body>
    </html>`
  return markup.toString()
}
