import type {Article} from '@spine-center/sdk'
import {listReferences} from '@spine-center/sdk/citations'

/** The reference list of an article in AMA style, as plain lines. */
export function referenceList(article: Article): readonly string[] {
  return listReferences(article.citations, 'ama').map(({number, text}) => `${number}. ${text}`)
}
