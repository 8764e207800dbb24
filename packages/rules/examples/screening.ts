import {checkArticle, neededFacets, screen} from '@spine-center/rules/safety'

const content = {
  exercises: [
    {
      _id: 'toe-touch',
      title: 'Toe touch',
      kind: 'flexibility',
      positions: ['standing'],
      patterns: [{pattern: 'end-range'}],
    },
    {
      _id: 'hip-hinge',
      title: 'Hip hinge',
      kind: 'mobility',
      positions: ['standing'],
      patterns: [{pattern: 'hinge'}],
    },
  ],
  movementPatterns: [
    {_id: 'flexion', label: 'Bending the spine'},
    {_id: 'end-range', label: 'Bending the spine to its end', broader: ['flexion']},
    {_id: 'hinge', label: 'Bending at the hips'},
  ],
  conditions: [
    {_id: 'bones', slug: 'osteoporosis', patientLabel: 'thin bones', question: 'Do you have thin bones?'},
  ],
  contraindications: [
    {
      _id: 'no-flexion',
      title: 'Bending with thin bones',
      target: {kind: 'pattern', pattern: 'flexion'},
      when: {all: [{any: [{condition: 'bones'}]}]},
      severity: 'absolute',
      saferAlternatives: [{exercise: 'hip-hinge', why: 'The spine stays long.'}],
    },
  ],
}
const asOf = '2026-11-24T09:00:00Z'

export const questions = neededFacets({...content, profile: {}, asOf}).map(({question}) => question)
export const unanswered = screen({...content, profile: {}, asOf}).exercises[0]
export const answered = screen({...content, profile: {osteoporosis: 'present'}, asOf}).exercises[0]

export const findings = checkArticle({
  article: {_id: 'draft', audience: {primary: ['bones']}, recommends: [{_key: 'a', exercise: 'toe-touch'}]},
  screeningData: content,
  asOf,
})
