import {defineQuery} from 'groq'
import {afterRow} from './fragments/afterRow.ts'
import {exerciseCardFields, exerciseFields} from './fragments/exerciseFields.ts'
import {isInUse} from './fragments/inForce.ts'

/** One exercise, whole. */
export const exerciseBySlugQuery = defineQuery(`
  *[_type == "exercise" && slug.current == $slug && ($language == null || language == $language)]
  | order(_id asc)[0]{${exerciseFields}}
`)

/** Exercises in use, by title. The filter looks at nothing but the exercise itself. */
export const exercisesQuery = defineQuery(`
  *[
    _type == "exercise"
    && ${isInUse}
    && ($language == null || language == $language)
    && ($kind == null || kind == $kind)
    && ($position == null || $position in positions)
    && ($bodyRegion == null || $bodyRegion in bodyRegions)
    && ($equipment == null || $equipment in equipment[].item)
    && ($maxDifficulty == null || difficulty <= $maxDifficulty)
    && ($text == null || [title, purpose, aliases[].text] match $text)
    && ${afterRow('title')}
  ]
  | order(title asc, _id asc)[0...$limit]{${exerciseCardFields}}
`)

/** The same of one movement pattern, or of those directly narrower than it. */
export const exercisesOfPatternQuery = defineQuery(`
  *[
    _type == "exercise"
    && ${isInUse}
    && ($language == null || language == $language)
    && ($kind == null || kind == $kind)
    && ($position == null || $position in positions)
    && ($bodyRegion == null || $bodyRegion in bodyRegions)
    && ($equipment == null || $equipment in equipment[].item)
    && ($maxDifficulty == null || difficulty <= $maxDifficulty)
    && ($text == null || [title, purpose, aliases[].text] match $text)
    && ($pattern in patterns[].pattern->slug.current || $pattern in patterns[].pattern->broader[]->slug.current)
    && ${afterRow('title')}
  ]
  | order(title asc, _id asc)[0...$limit]{${exerciseCardFields}}
`)
