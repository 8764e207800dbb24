import type {Article} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {Figure, Glossary, ReferenceList, renderArticle, type LinkProps} from '@spine-center/sdk/react'

/** Your framework's link takes the place of `a`; its address has been checked already. */
function SiteLink({href, children, ...rest}: LinkProps) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  )
}

/** A whole article; works as a server component. */
export function ArticlePage({article}: {readonly article: Article}) {
  const {body, references, glossary} = renderArticle(article, {
    elements: {a: SiteLink},
    emergencyPhone: '911',
  })
  return (
    <article lang={article.language}>
      <h1>{article.title}</h1>
      <Figure figure={article.leadFigure} />
      {body}
      <Glossary terms={glossary} />
      <ReferenceList
        references={references}
        formatReference={(citation) => formatCitation(toCslItem(citation), 'ama').text}
      />
    </article>
  )
}
