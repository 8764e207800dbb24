import {figureFields} from './figureFields.ts'
import {reviewFields} from './personFields.ts'

/** An exercise as a card or a row of a list shows it. */
export const exerciseCardFields = `
  _id,
  _type,
  language,
  title,
  "slug": slug.current,
  purpose,
  kind,
  positions,
  bodyRegions,
  difficulty,
  supervision,
  "figure": images[0]{${figureFields}}
`

/** Whether an exercise that something refers to is still in use; lists hold no other. */
export const retirementFields = `retirement{reason, "replacedBy": replacedBy->{_id, _type, title, "slug": slug.current}}`

/** What it takes to do the exercise: steps, amounts, and when to stop. */
export const exerciseInstructionFields = `
  steps[]{_key, text, cue, caution, holdsDosage, figure{${figureFields}}},
  stepsWaivedReason,
  stopIf[]{_key, text, "carePathway": carePathway->{_id, _type, "slug": slug.current, heading, urgency}},
  dosages,
  equipment[]{_key, item, optional, substitute},
  commonErrors
`

/** An exercise with everything that its own page shows. */
export const exerciseFields = `
  ${exerciseCardFields},
  ${exerciseInstructionFields},
  aliases[]{_key, text, note},
  settings,
  muscles,
  images[]{_key, ${figureFields}},
  video,
  patterns[]{_key, role, qualifiers, "pattern": pattern->{_id, _type, label, "slug": slug.current, definition}},
  "progressionOf": (progressionOf[]->)[defined(_id)]{${exerciseCardFields}, ${retirementFields}},
  alternatives[]{_key, why, "exercise": exercise->{${exerciseCardFields}, ${retirementFields}}},
  ${retirementFields},
  reviews[]{${reviewFields}}
`
