import type {ReactNode} from 'react'
import {renderArticle, type ArticleContent, type ReactSettings} from './renderArticle.ts'

/** An article and how its body is to be shown. */
export interface ArticleBodyProps extends ReactSettings {
  readonly article: ArticleContent
}

/**
 * The body of an article: numbered and linked references, warnings, exercise cards, tables, figures, and care
 * pathways that are never collapsed. Works as a server component. Use `renderArticle` where the page also
 * shows the references, and `ArticleTop` and `ArticleEnd` for what must stand above and below.
 *
 * @example
 * ```tsx
 * <ArticleBody article={article} elements={{a: SiteLink}} emergencyPhone={phone} />
 * ```
 */
export function ArticleBody({article, ...settings}: ArticleBodyProps): ReactNode {
  return renderArticle(article, settings).body
}
