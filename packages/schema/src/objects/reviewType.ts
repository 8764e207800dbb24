import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {dateField} from '../fields/dateField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {requires} from '../fields/requires.ts'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'
import {reviewOutcomes, reviewScopes} from '../vocabularies/publishingVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'
import {hasFingerprint, isDueAfterReview, isNotInFuture} from './reviewRules.ts'

/** A check of a document by a person. */
export const reviewType = defineType({
  name: 'review',
  title: 'Review',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    referenceField({
      name: 'by',
      title: 'Reviewer',
      to: 'person',
      required: 'Choose the person who reviewed it.',
    }),
    textField({
      name: 'role',
      title: 'In the role of',
      description: 'For example: physical therapist.',
      required: 'Give the role in which the person reviewed it.',
    }),
    choiceField({
      name: 'scope',
      title: 'Scope',
      list: reviewScopes,
      required: 'Say what was reviewed.',
    }),
    defineField({
      name: 'at',
      title: 'Reviewed at',
      type: 'datetime',
      validation: (rule) => [
        requires(rule, 'Give the date and time of the review.'),
        rule.custom((at) => isNotInFuture(at, new Date().toISOString())),
      ],
    }),
    choiceField({
      name: 'outcome',
      title: 'Outcome',
      list: reviewOutcomes,
      required: 'Choose the outcome.',
    }),
    textField({name: 'notes', title: 'Notes', rows: 3}),
    dateField({
      name: 'nextDue',
      title: 'Next review due',
      required: 'Give the date by which it must be reviewed again.',
    }),
    textsField({
      name: 'covers',
      title: 'Covers',
      description: 'Field paths that were reviewed; empty means all of it.',
      layout: 'tags',
    }),
    textField({
      name: 'fingerprint',
      title: 'Fingerprint',
      description: 'Hash of the content that was reviewed. It shows whether it has changed since.',
    }),
  ],
  validation: (rule) => [rule.custom(isDueAfterReview), rule.custom(hasFingerprint).warning()],
  preview: {
    select: {given: 'by.name.given', family: 'by.name.family', scope: 'scope', at: 'at', outcome: 'outcome'},
    prepare: prepareReview,
  },
})

interface Selection {
  given?: string
  family?: string
  scope?: string
  at?: string
  outcome?: string
}

function prepareReview({given, family, scope, at, outcome}: Selection) {
  const name = [given, family].filter(Boolean).join(' ')
  return previewOf({
    title: name || 'Review',
    subtitle: [titleOf(reviewScopes, scope), titleOf(reviewOutcomes, outcome), at?.slice(0, 10)]
      .filter(Boolean)
      .join(' · '),
  })
}
