import {defineQuery} from 'groq'

/** Articles out by `$now` that show, recommend or discourage an exercise, newest first. */
export const articlesAboutExerciseQuery = defineQuery(`
  *[
    _type == "article"
    && publishedAt <= $now
    && references(*[_type == "exercise" && slug.current == $slug]._id)
  ]
  | order(publishedAt desc, _id asc)[0...100]{_id, _type, title, "slug": slug.current}
`)
