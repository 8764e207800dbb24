import type {Article} from '@spine-center/sdk'
import {articleTopToHtml, figureToHtml, html, Markup} from '@spine-center/sdk/html'
import {breadcrumbs} from '../layout/breadcrumbs.ts'
import {formatDate} from '../format/formatDate.ts'
import {personName} from '../format/personName.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'
import {articlePeople} from './articlePeople.ts'

/** Title, who stands behind the article, when, and whether a clinician has reviewed it. */
export function articleHeader(article: Article, now: Date, chrome: SiteChrome): Markup {
  const contributors = articlePeople(article)
  const named = (role: string) =>
    contributors.filter((one) => one.role === role).map(({person}) => personName(person))
  const lines = [
    ['Written by', named('author')],
    ['Edited by', named('editor')],
  ] as const
  const topics = article.topics.flatMap((topic) => topic ?? [])
  const settings = htmlSettings(chrome)
  const figure = figureToHtml(article.leadFigure, {
    ...settings,
    imageSizes: '(min-width: 60rem) 44rem, 100vw',
  })
  return html`<header class="article-header">
    ${breadcrumbs(['/articles', 'Articles'])}
    <h1>${article.title}</h1>
    <p class="lead">${article.summary}</p>
    <div class="byline">
      ${lines.map(([label, names]) => names.length > 0 && html`<p>${label} ${names.join('; ')}</p>`)}
      <p>
        Published <time datetime="${article.publishedAt}">${formatDate(article.publishedAt, chrome)}</time>.
        Next check of the whole article due
        <time datetime="${article.nextReviewDue}">${formatDate(article.nextReviewDue, chrome)}</time>.
      </p>
      ${article.sponsor && html`<p><strong>Sponsored${article.sponsor.organization && html` by ${article.sponsor.organization.name}`}.</strong> ${article.sponsor.label}</p>`}
    </div>
    ${new Markup(articleTopToHtml(article, {...settings, now, timeZone: chrome.timeZone}))}
    ${
      topics.length > 0 &&
      html`<ul class="tags" aria-label="Subjects">
        ${topics.map(({label, slug}) => html`<li><a href="/articles?topic=${encodeURIComponent(slug)}">${label}</a></li>`)}
      </ul>`
    }
    ${new Markup(figure)}
  </header>`
}
