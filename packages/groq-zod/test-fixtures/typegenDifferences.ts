/** A query for which TypeGen gives another type, null aside, and why ours stands. */
export interface TypegenDifference {
  readonly query: string
  readonly reason: string
}

const NARROWER = 'the filter or condition fixes the value more closely than TypeGen follows it'
const JOINED =
  'objects that no field tells apart are one type with optional keys: one check instead of several in turn'
const UNSOUND = 'TypeGen gives never, though the query yields documents'
const LITERAL = 'TypeGen computes with literals and knows what is always null; ours is wider'

/**
 * Compared without `media`, a field of images that TypeGen leaves unknown and ours describes.
 */
export const typegenDifferences: readonly TypegenDifference[] = [
  {query: '*[_type == "article" && [title, kind] match "a*"]{title}', reason: UNSOUND},
  {query: '*[_type == "article" && featured]{featured}', reason: NARROWER},
  {query: '*[_type == "article" && kind in ["guide"]]{kind}', reason: NARROWER},
  {query: '*[_type == "exercise" && difficulty in [1, 2, 3]]{difficulty}', reason: NARROWER},
  {query: '*[_type == "article" && slug.current == "walking"][0]{"slug": slug.current}', reason: NARROWER},
  {
    query: '*[_type == "article"].seo',
    reason: 'TypeGen gives two kinds of lists, ours one list whose items may be null',
  },
  {query: '*[_type == "article"]{...seo, title}', reason: JOINED},
  {query: '*[_type == "article"]{(kind == "guide") => {title}}', reason: JOINED},
  {query: '*[_type == "article"]{_id, defined(hero) => {"alt": hero.alt}}', reason: JOINED},
  {query: '*[_type == "article"]{_id, featured => {views}}', reason: JOINED},
  {
    query:
      '*[_type == "article"]{_id, kind == "guide" => {"guide": title}, kind == "news" => {"news": publishedAt}}',
    reason: JOINED,
  },
  {query: '*{_id, _type == "article" => {title}, _type == "person" => {name}}', reason: JOINED},
  {query: '*[_type == "article"]{"x": select(featured => {"a": 1}, {"b": 2})}', reason: JOINED},
  {
    query:
      '*[_type == "article"]{"s": math::sum(scores), "a": math::avg(scores), "m": math::max(scores), "n": math::min(keyMessages)}',
    reason: LITERAL,
  },
  {
    query: '*[_type == "article"]{"x": array::join(keyMessages, ", "), "y": array::join(related, ", ")}',
    reason: LITERAL,
  },
  {
    query:
      '*[_type == "article"]{"x": views + 1, "y": title + "!", "z": views / 0, "w": views * 2, "v": -views, "p": 2 ** 3}',
    reason: LITERAL,
  },
  {query: '{"a": 1 + 1}', reason: LITERAL},
]

const EMPTIED = 'TypeGen takes lists that are gathered with `...coalesce(…)` to be always empty'

/** The queries of our SDK for which TypeGen gives another type, null aside, by name. */
export const sdkDifferences: readonly TypegenDifference[] = [
  {query: 'articleBySlug', reason: `${EMPTIED}: exercises, citations, carePathways and people`},
  {query: 'feedData', reason: `${EMPTIED}: conditions of pinned, featured and newest`},
]

/** Those whose types differ in nothing but where null may stand: TypeGen takes references never to dangle. */
export const sdkNullDifferences: readonly string[] = [
  'articles',
  'articlesMatching',
  'carePathways',
  'contraindications',
  'exerciseBySlug',
  'exercises',
  'exercisesOfPattern',
  'people',
  'personBySlug',
  'settings',
]
