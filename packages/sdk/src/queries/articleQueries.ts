import {defineQuery} from 'groq'
import {articleCardFields, articleFields} from './fragments/articleFields.ts'

/** One article, whole: body, exercises, claims, sources, people, red flags, disclaimer. */
export const articleBySlugQuery = defineQuery(`
  *[_type == "article" && slug.current == $slug && ($language == null || language == $language)]
  | order(_id asc)[0]{${articleFields}}
`)

/**
 * Articles, newest first. Pages are cut by key, not by count: `$afterPublishedAt` and `$afterId` name the
 * last article seen, so that what is published meanwhile neither repeats nor hides an article. The filter
 * looks at nothing but the article itself, so that a store can walk its index of dates and stop early.
 */
export const articlesQuery = defineQuery(`
  *[
    _type == "article"
    && defined(publishedAt)
    && ($language == null || language == $language)
    && ($kind == null || kind == $kind)
    && ($bodyRegion == null || $bodyRegion in bodyRegions)
    && ($afterId == null || publishedAt < $afterPublishedAt || (publishedAt == $afterPublishedAt && _id > $afterId))
  ]
  | order(publishedAt desc, _id asc)[0...$limit]{${articleCardFields}}
`)

/** The same with filters that follow references or search text. */
export const articlesMatchingQuery = defineQuery(`
  *[
    _type == "article"
    && defined(publishedAt)
    && ($language == null || language == $language)
    && ($kind == null || kind == $kind)
    && ($bodyRegion == null || $bodyRegion in bodyRegions)
    && ($topic == null || $topic in topics[]->slug.current)
    && ($condition == null || $condition in audience.primary[]->slug.current || $condition in audience.alsoFor[]->slug.current)
    && ($author == null || $author in contributors[role == "author"].person->slug.current)
    && ($text == null || [title, summary, pt::text(body)] match $text)
    && ($afterId == null || publishedAt < $afterPublishedAt || (publishedAt == $afterPublishedAt && _id > $afterId))
  ]
  | order(publishedAt desc, _id asc)[0...$limit]{${articleCardFields}}
`)
