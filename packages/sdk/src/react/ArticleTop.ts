import {createElement, Fragment, type ReactNode} from 'react'
import {articleTopToHtml} from '../html/articleTopToHtml.ts'
import type {ArticleContext, HtmlSettings} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import type {ReviewedContent, ReviewSettings} from '../html/renderReview.ts'
import type {ElementComponents} from './articleComponents.ts'
import {toElements} from './toElements.ts'

/** An article, and how its reviews are looked at. */
export interface ArticleTopProps extends HtmlSettings, ReviewSettings {
  readonly article: ReviewedContent & Pick<ArticleContext, 'disclaimer'>
  readonly elements?: ElementComponents | undefined
}

/**
 * What an article must show above its body: whether a clinician has reviewed it, and its disclaimer, if that is where it
 * stands. `ArticleEnd` shows what stands below.
 *
 * @example
 * ```tsx
 * <ArticleTop article={article} timeZone="America/New_York" />
 * ```
 */
export function ArticleTop({article, elements, ...settings}: ArticleTopProps): ReactNode {
  const markup = new Markup(articleTopToHtml(article, settings))
  return createElement(Fragment, null, ...toElements(markup, elements))
}
