import type {DocumentLocationResolvers} from 'sanity/presentation'

/** Where on the site a document can be seen. */
export const locations: DocumentLocationResolvers = {
  article: {
    select: {title: 'title', slug: 'slug.current'},
    resolve: (article) => pageOf('/articles', article?.title, article?.slug),
  },
  exercise: {
    select: {title: 'title', slug: 'slug.current'},
    resolve: (exercise) => pageOf('/exercises', exercise?.title, exercise?.slug),
  },
}

function pageOf(section: string, title: unknown, slug: unknown) {
  if (typeof slug !== 'string' || slug === '') {
    return {message: 'It has no page until it has a slug.', tone: 'caution' as const}
  }
  return {locations: [{title: typeof title === 'string' ? title : slug, href: `${section}/${slug}`}]}
}
