import type {ArticleCard} from '@spine-center/sdk'
import {figureToHtml, html, Markup} from '@spine-center/sdk/html'
import {formatDate} from '../format/formatDate.ts'
import {personName} from '../format/personName.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'

/** What a card needs of an article; lists and feeds both give it. */
export type CardArticle = Pick<ArticleCard, 'title' | 'slug' | 'summary' | 'publishedAt'> &
  Partial<Pick<ArticleCard, 'authors'>> & {readonly leadFigure?: Parameters<typeof figureToHtml>[0]}

/** An article in a list. `why` says which rule of a feed put it there, for editors who look. */
export function articleCard(
  article: CardArticle,
  chrome: SiteChrome,
  {level = 2, why}: {level?: 2 | 3; why?: string} = {},
): Markup {
  const heading = new Markup(`h${level}`)
  const figure = article.leadFigure
    ? figureToHtml(
        {...article.leadFigure, alt: null, decorative: true, caption: null},
        {
          ...htmlSettings(chrome),
          imageSizes: '(min-width: 40rem) 20rem, 100vw',
        },
      )
    : ''
  const authors = (article.authors ?? []).flatMap((person) => (person ? [personName(person)] : []))
  return html`<li class="card" ${why && html` data-why="${why}"`}>
    ${new Markup(figure)}
    <div class="card__words">
      <${heading} class="card__title"><a href="/articles/${article.slug}">${article.title}</a></${heading}>
      <p>${article.summary}</p>
      <p class="card__meta">
        <time datetime="${article.publishedAt}">${formatDate(article.publishedAt, chrome)}</time
        >${authors.length > 0 && html` · ${authors.join('; ')}`}
      </p>
    </div>
  </li>`
}
