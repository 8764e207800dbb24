import {stegaClean} from '@sanity/client/stega'
import {html} from '@spine-center/sdk/html'
import type {Page} from '../layout/pageLayout.ts'
import type {SiteChrome} from '../siteContext.ts'
import {OVERLAYS} from './overlayAddresses.ts'

const NOTE = html`You see drafts. <a href="/preview/disable">Leave the preview</a>`

/**
 * A page for an editor: it says that it is one, and brings the overlays. Its head is for machines: marks in texts are
 * taken out there, and nothing is said that nobody has published.
 */
export function previewPage(page: Page, chrome: SiteChrome): readonly [Page, SiteChrome] {
  const {structuredData: _, canonical: __, ...rest} = page
  const shown: Page = {
    ...rest,
    title: stegaClean(page.title),
    description: stegaClean(page.description ?? null),
    isPrivate: true,
    previewNote: page.previewNote ? html`${page.previewNote} ${NOTE}` : NOTE,
    overlays: OVERLAYS,
  }
  return [shown, {...chrome, title: stegaClean(chrome.title)}]
}
