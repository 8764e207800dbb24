import type {Article, SiteSettings} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {
  ArticleEnd,
  ArticleTop,
  emergencyPhone,
  Figure,
  Glossary,
  ReferenceList,
  renderArticle,
  type LinkProps,
} from '@spine-center/sdk/react'

/** Your framework's link takes the place of `a`; its address has been checked already. */
function SiteLink({href, children, ...rest}: LinkProps) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  )
}

interface ArticlePageProps {
  readonly article: Article
  readonly settings: SiteSettings | null
}

/** A whole article; works as a server component. */
export function ArticlePage({article, settings}: ArticlePageProps) {
  const options = {elements: {a: SiteLink}, emergencyPhone: emergencyPhone(settings, 'en-US')}
  const {body, shown, references, glossary} = renderArticle(article, options)
  return (
    <article lang={article.language}>
      <h1>{article.title}</h1>
      <ArticleTop article={article} timeZone={settings?.timeZone ?? 'UTC'} {...options} />
      <Figure figure={article.leadFigure} />
      {body}
      <ArticleEnd article={article} shown={shown} {...options} />
      <h2>Words and sources</h2>
      <Glossary terms={glossary} />
      <ReferenceList
        references={references}
        formatReference={(citation) => formatCitation(toCslItem(citation), 'ama').text}
      />
    </article>
  )
}
