import type {Article} from '@spine-center/sdk'
import type {ContentFeed} from '@spine-center/sdk/feeds'
import {
  articleEndToHtml,
  glossaryToHtml,
  html,
  Markup,
  referencesToHtml,
  toHtml,
  type HtmlHeading,
} from '@spine-center/sdk/html'
import {articleJsonLd, breadcrumbJsonLd} from '@spine-center/sdk/jsonld'
import type {Page} from '../layout/pageLayout.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'
import {articleHeader} from './articleHeader.ts'
import {articleNotes} from './articleNotes.ts'
import {audienceBox} from './audienceBox.ts'
import {formatReference} from './formatReference.ts'
import {relatedFeed} from './relatedFeed.ts'
import {tableOfContents} from './tableOfContents.ts'

/** What an article page shows. */
export interface ArticlePageModel {
  readonly article: Article
  readonly related: Pick<ContentFeed, 'title' | 'items'> | null
  readonly now: Date
  readonly previewNote?: string | null
  /** Whole address of the page. */
  readonly url: string
}

/** An article with everything that a reader needs to judge and use it. */
export function articlePage(model: ArticlePageModel, chrome: SiteChrome): Page {
  const {article, related, now, previewNote, url} = model
  const settings = htmlSettings(chrome)
  const body = toHtml(article.body, {...article, ...settings})
  const end = articleEndToHtml(article, body, settings)
  const headings = [...body.headings, ...end.headings]
  const main = html`<article class="article">
    ${articleHeader(article, now, chrome)}
    <div class="article__columns">
      ${tableOfContents(sectionsOf(headings, body.references.length > 0))}
      <div class="article__text prose">
        ${keyMessages(article)} ${audienceBox(article)} ${new Markup(body.html)} ${new Markup(end.html)}
        ${
          body.glossary.length > 0 &&
          html`<h2 id="words">Words explained</h2>
            ${new Markup(glossaryToHtml(body.glossary))}`
        }
        ${
          body.references.length > 0 &&
          html`<h2 id="references">References</h2>
            ${new Markup(referencesToHtml(body.references, {formatReference}))}`
        }
        ${articleNotes(article, chrome)}
      </div>
    </div>
    ${relatedFeed(related, chrome)}
  </article>`
  return {
    title: article.title,
    description: article.summary,
    section: '/articles',
    main,
    language: article.language,
    canonical: article.seo?.canonical ?? null,
    isPrivate: Boolean(article.seo?.noindex) || Boolean(previewNote),
    previewNote: previewNote ?? null,
    problems: [...body.problems, ...end.problems],
    structuredData: [
      articleJsonLd(article, {url, now, timeZone: chrome.timeZone, references: body.references}),
      breadcrumbJsonLd([{name: 'Articles', url: new URL('/articles', url).href}]),
    ],
  }
}

function sectionsOf(headings: readonly HtmlHeading[], hasReferences: boolean) {
  return [
    ...headings.filter(({level}) => level === 2),
    ...(hasReferences ? [{text: 'References', anchor: 'references'}] : []),
  ]
}

function keyMessages({keyMessages: messages}: Article): Markup | null {
  if (!messages || messages.length === 0) return null
  return html`<section class="key-messages" aria-labelledby="key-messages">
    <h2 id="key-messages">Key messages</h2>
    <ul>
      ${messages.map((message) => html`<li>${message}</li>`)}
    </ul>
  </section>`
}
