import {createElement, Fragment, type ReactNode} from 'react'
import {articleEndToHtml} from '../html/articleEndToHtml.ts'
import type {ArticleContext, HtmlSettings, ShownParts} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import type {ElementComponents} from './articleComponents.ts'
import {toElements} from './toElements.ts'

/** An article, and what its body shows: `shown` of `renderArticle`. */
export interface ArticleEndProps extends HtmlSettings {
  readonly article: ArticleContext
  readonly shown: ShownParts
  readonly elements?: ElementComponents | undefined
}

/**
 * What an article must show below its body, because the body does not: exercises that it advises for or against, care
 * pathways, the most urgent first and never collapsed, and its disclaimer, unless that stands above. Put a heading after
 * it.
 *
 * @example
 * ```tsx
 * <ArticleEnd article={article} shown={shown} emergencyPhone={phone} />
 * ```
 */
export function ArticleEnd({article, shown, elements, ...settings}: ArticleEndProps): ReactNode {
  const markup = new Markup(articleEndToHtml(article, {shown}, settings).html)
  return createElement(Fragment, null, ...toElements(markup, elements))
}
