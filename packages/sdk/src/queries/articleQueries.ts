import {defineQuery} from 'groq'
import {afterRow} from './fragments/afterRow.ts'
import {articleCardFields, articleFields} from './fragments/articleFields.ts'

/**
 * One article, whole: body, exercises, claims, sources, people, red flags, disclaimer. Of several with one slug the
 * first published, so that one is given as soon as any may be shown.
 */
export const articleBySlugQuery = defineQuery(`
  *[_type == "article" && slug.current == $slug && ($language == null || language == $language)]
  | order(publishedAt asc, _id asc)[0]{${articleFields}}
`)

/**
 * Articles, newest first; drafts without a date come before all others. Pages are cut by key, not by count: `$after`
 * and `$afterId` name the last article seen, so that what is published meanwhile neither repeats nor hides an article.
 * What is dated `$before` or later is left out; what begins with a letter is no date, and reported. The filter looks at nothing but the article itself, so that a store
 * can walk its index of dates and stop early.
 */
export const articlesQuery = defineQuery(`
  *[
    _type == "article"
    && ($before == null || (publishedAt >= $before && publishedAt < "A") != true)
    && ($language == null || language == $language)
    && ($kind == null || kind == $kind)
    && ($bodyRegion == null || $bodyRegion in bodyRegions)
    && ${afterRow('publishedAt', '<')}
  ]
  | order(publishedAt desc, _id asc)[0...$limit]{${articleCardFields}}
`)

/** The same with filters that follow references or search text. */
export const articlesMatchingQuery = defineQuery(`
  *[
    _type == "article"
    && ($before == null || (publishedAt >= $before && publishedAt < "A") != true)
    && ($language == null || language == $language)
    && ($kind == null || kind == $kind)
    && ($bodyRegion == null || $bodyRegion in bodyRegions)
    && ($topic == null || $topic in topics[]->slug.current)
    && ($condition == null || $condition in audience.primary[]->slug.current || $condition in audience.alsoFor[]->slug.current)
    && ($author == null || $author in contributors[role == "author"].person->slug.current)
    && ($text == null || [title, summary, pt::text(body)] match $text)
    && ${afterRow('publishedAt', '<')}
  ]
  | order(publishedAt desc, _id asc)[0...$limit]{${articleCardFields}}
`)
