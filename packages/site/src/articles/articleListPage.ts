import type {ArticleCard, Topic} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import {bodyRegionWords} from '../format/words.ts'
import {selectField} from '../layout/selectField.ts'
import type {Page} from '../layout/pageLayout.ts'
import type {SiteChrome} from '../siteContext.ts'
import {articleCard} from './articleCard.ts'

/** Which articles a reader asked for; empty for any. */
export interface ArticleQuery {
  readonly topic: string
  readonly region: string
  readonly text: string
}

export interface ArticleListModel {
  readonly articles: readonly ArticleCard[]
  readonly topics: readonly Pick<Topic, 'label' | 'slug'>[]
  readonly query: ArticleQuery
  readonly nextCursor: string | null
}

/** Articles, newest first, with a form that narrows the list. */
export function articleListPage(model: ArticleListModel, chrome: SiteChrome): Page {
  const {articles, topics, query} = model
  const topic = topics.find(({slug}) => slug === query.topic)
  const title = topic ? `Articles: ${topic.label}` : 'Articles'
  const isFiltered = Boolean(query.topic || query.region || query.text)
  const main = html`<h1>${title}</h1>
    <form class="filters" method="get" action="/articles" role="search" aria-label="Find articles">
      ${selectField({name: 'topic', label: 'Subject', value: query.topic, options: topics.map(({slug, label}) => [slug, label])})}
      ${selectField({name: 'region', label: 'Part of the body', value: query.region, options: Object.entries(bodyRegionWords)})}
      <div class="field">
        <label for="text">Words</label>
        <input id="text" name="text" type="search" value="${query.text}" maxlength="80" />
      </div>
      <div class="filters__actions">
        <button type="submit">Show</button>
        ${isFiltered && html`<a href="/articles">Show all</a>`}
      </div>
    </form>
    <p class="count" role="status">${countOf(articles.length, model.nextCursor !== null)}</p>
    ${
      articles.length > 0
        ? html`<ul class="cards cards--articles">
            ${articles.map((article) => articleCard(article, chrome))}
          </ul>`
        : nothing()
    }
    ${model.nextCursor && html`<p class="more"><a href="${olderUrl(query, model.nextCursor)}">Older articles</a></p>`}`
  return {
    title,
    section: '/articles',
    main,
    description: 'Articles about back and neck health.',
    isPrivate: isFiltered,
  }
}

function countOf(count: number, hasMore: boolean): string {
  if (count === 0) return 'No article matches.'
  if (hasMore) return `The ${count} newest`
  return count === 1 ? '1 article' : `${count} articles`
}

function nothing(): Markup {
  return html`<p>
    Try fewer filters, or look at <a href="/articles">all articles</a> and
    <a href="/exercises">all exercises</a>.
  </p>`
}

function olderUrl({topic, region, text}: ArticleQuery, cursor: string): string {
  return `/articles?${new URLSearchParams({topic, region, text, cursor}).toString()}`
}
