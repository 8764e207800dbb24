import type {Article} from '@spine-center/sdk'
import {Markup, toHtml, type BodyBlock, type HtmlSettings} from '@spine-center/sdk/html'

/** Exercises that the article advises for or against, but that its text does not show. */
export function remainingUses(article: Article, shown: readonly string[], settings: HtmlSettings): Markup {
  const missing = (uses: Article['recommends']) =>
    (uses ?? []).flatMap(({exercise}) => (shown.includes(exercise) ? [] : [exercise]))
  const recommend = missing(article.recommends)
  const discourage = missing(article.discourages)
  const blocks: BodyBlock[] = []
  if (recommend.length > 0) {
    blocks.push(heading('Exercises in this article'))
    blocks.push({_type: 'exerciseList', intent: 'recommend', exercises: recommend})
  }
  if (discourage.length > 0) {
    blocks.push(heading('Exercises to leave out'))
    blocks.push({_type: 'exerciseList', intent: 'discourage', exercises: discourage})
  }
  return new Markup(toHtml(blocks, {...article, ...settings, idPrefix: 'more-'}).html)
}

function heading(text: string): BodyBlock {
  return {_type: 'block', style: 'h2', children: [{_type: 'span', text}]}
}
