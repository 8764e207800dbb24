import {defineQuery} from 'groq'

export const exercisesOfPositionQuery = defineQuery(`
  *[_type == "exercise" && $position in positions] | order(title asc){
    _id,
    title,
    "slug": slug.current,
    "steps": count(steps)
  }
`)
