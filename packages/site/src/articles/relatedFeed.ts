import type {ContentFeed} from '@spine-center/sdk/feeds'
import {html, type Markup} from '@spine-center/sdk/html'
import type {SiteChrome} from '../siteContext.ts'
import {articleCard} from './articleCard.ts'

/** What to read next; nothing when the feed is empty. */
export function relatedFeed(
  feed: Pick<ContentFeed, 'title' | 'items'> | null,
  chrome: SiteChrome,
): Markup | null {
  if (!feed || feed.items.length === 0) return null
  return html`<section class="related" aria-labelledby="related">
    <h2 id="related">${feed.title ?? 'More to read'}</h2>
    <ul class="cards cards--articles">
      ${feed.items.flatMap(({article, why}) => {
        const {title, slug, summary, publishedAt, leadFigure} = article
        return [articleCard({title, slug, summary, publishedAt, leadFigure}, chrome, {level: 3, why})]
      })}
    </ul>
  </section>`
}
