import {createElement, Fragment, type ReactNode} from 'react'
import type {Citation} from '../html/articleParts.ts'
import type {BodyBlock} from '../html/bodyBlocks.ts'
import {html} from '../html/html.ts'
import type {ArticleContext, HtmlResult, HtmlSettings} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import type {Maybe} from '../html/maybe.ts'
import {renderResult} from '../html/renderResult.ts'
import type {BlockComponents, ElementComponents} from './articleComponents.ts'
import {showBlock} from './showBlock.ts'
import {toElements} from './toElements.ts'

/** An article, or as much of it as its body needs. */
export type ArticleContent<C extends Citation = Citation> = ArticleContext<C> & {
  readonly body?: Maybe<readonly BodyBlock[]>
}

/** How the body is to be shown. */
export interface ReactSettings extends HtmlSettings {
  readonly elements?: ElementComponents | undefined
  readonly blocks?: BlockComponents | undefined
}

/** The body as elements, and what a page shows besides. */
export interface ReactResult<C extends Citation = Citation> extends Omit<HtmlResult<C>, 'html'> {
  readonly body: ReactNode
}

/**
 * An article's body as React elements, with the references, glossary and headings found on the way: the same
 * structure as `toHtml` gives. It holds no state and uses no hooks, so that it runs on a server and in a
 * browser alike and always gives the same elements. `ArticleTop` and `ArticleEnd` show what must stand above and
 * below it.
 *
 * @example
 * ```tsx
 * const {body, references, glossary} = renderArticle(article, {elements: {a: SiteLink}})
 * ```
 */
export function renderArticle<C extends Citation = Citation>(
  article: ArticleContent<C>,
  {elements = {}, blocks = {}, ...settings}: ReactSettings = {},
): ReactResult<C> {
  const all = article.body ?? []
  const frame = (block: BodyBlock, part: Markup) =>
    Object.hasOwn(blocks, block._type) ? html`<block index="${all.indexOf(block)}">${part}</block>` : part
  const {html: source, ...rest} = renderResult(article.body, {...article, ...settings}, frame)
  const children = toElements(new Markup(source), elements, (index, inner) =>
    showBlock(all[index], blocks, inner),
  )
  return {...rest, body: createElement(Fragment, null, ...children)}
}
