import type {ArticleCard, Topic} from '@spine-center/sdk'
import {html} from '@spine-center/sdk/html'
import {articleCard} from '../articles/articleCard.ts'
import type {Page} from '../layout/pageLayout.ts'
import type {SiteChrome} from '../siteContext.ts'

export interface HomeModel {
  readonly articles: readonly ArticleCard[]
  readonly topics: readonly Pick<Topic, 'label' | 'slug'>[]
}

/** What this site is, what is new on it, and the ways in. */
export function homePage({articles, topics}: HomeModel, chrome: SiteChrome): Page {
  const main = html`<div class="hero">
      <h1>${chrome.title}</h1>
      ${chrome.description && html`<p class="lead">${chrome.description}</p>`}
      <ul class="doors">
        <li>
          <a href="/articles"
            ><strong>Read</strong> <span>Articles with their sources, and what is not known</span></a
          >
        </li>
        <li>
          <a href="/exercises"><strong>Exercises</strong> <span>Step by step, with signs to stop at</span></a>
        </li>
        <li>
          <a href="/screening"
            ><strong>By condition</strong> <span>What our content says for readers with yours</span></a
          >
        </li>
        <li class="doors__urgent">
          <a href="/get-help"><strong>When to get help</strong> <span>Signs that do not wait</span></a>
        </li>
      </ul>
    </div>
    <section aria-labelledby="newest">
      <h2 id="newest">Newest articles</h2>
      ${
        articles.length > 0
          ? html`<ul class="cards cards--articles">
              ${articles.map((article) => articleCard(article, chrome, {level: 3}))}
            </ul>`
          : html`<p>There are no articles yet.</p>`
      }
      ${articles.length > 0 && html`<p class="more"><a href="/articles">All articles</a></p>`}
    </section>
    ${
      topics.length > 0 &&
      html`<section aria-labelledby="subjects">
        <h2 id="subjects">By subject</h2>
        <ul class="tags tags--large">
          ${topics.map(({label, slug}) => html`<li><a href="/articles?topic=${encodeURIComponent(slug)}">${label}</a></li>`)}
        </ul>
      </section>`
    }`
  return {title: chrome.title, description: chrome.description, main}
}
