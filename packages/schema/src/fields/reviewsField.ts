import type {ListLimits} from './listRules.ts'
import {objectsField} from './objectsField.ts'
import type {FieldText} from './fieldText.ts'

/** The reviews that a document has had. */
export function reviewsField(text: Partial<FieldText & ListLimits> = {}) {
  return objectsField({
    name: 'reviews',
    title: 'Reviews',
    description: 'Who checked this, when, for what, and with which outcome. Newest first.',
    ...text,
    of: 'review',
  })
}
