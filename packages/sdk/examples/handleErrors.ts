import {ContentError, createContent, formatProblem} from '@spine-center/sdk'

/** Tells apart what a page can do something about. */
export async function titleOrReason(url: string, slug: string): Promise<string> {
  const content = createContent({url, dataset: 'production', timeoutMs: 5_000})
  try {
    const article = await content.article(slug)
    return article?.title ?? 'Not found'
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    // `invalid-result` names the document, the field and, with `studioUrl`, where to mend it.
    if (error.code === 'invalid-result') return formatProblem(error)
    return error.code === 'network' || error.code === 'timeout' ? 'Try again soon' : error.message
  }
}
