import {defineQuery} from 'groq'
import {feedArticleFields, feedFields} from './fragments/feedFields.ts'

/**
 * Everything that resolving a feed reads, in one request: the newest articles, and whatever feeds pin and
 * campaigns put forward, however old.
 */
export const feedDataQuery = defineQuery(`{
  "feeds": *[_type == "feed"] | order(_id asc){${feedFields}},
  "campaigns": *[_type == "campaign" && status == "active"] | order(_id asc){
    _id,
    _type,
    title,
    "slug": slug.current,
    status,
    window,
    items[]{"article": article._ref, weight},
    "feeds": feeds[]._ref,
    priority
  },
  "pinned": (*[_type == "feed"].slots[].pin->)[defined(_id)]{${feedArticleFields}},
  "featured": (*[_type == "campaign" && status == "active"].items[].article->)[defined(_id)]{${feedArticleFields}},
  "newest": *[_type == "article" && defined(publishedAt)] | order(publishedAt desc, _id asc)[0...$candidateLimit]{${feedArticleFields}}
}`)
