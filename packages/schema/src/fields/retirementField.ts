import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {referenceField} from './referenceField.ts'
import {saysWhyRetired} from './saysWhyRetired.ts'
import {textField} from './textField.ts'

/** Marks a document as no longer in use, says why, and names what took its place. */
export function retirementField(to: string, text: Partial<FieldText> = {}) {
  return defineField({
    name: 'retirement',
    title: 'Retirement',
    description: 'Fill this in when it is no longer in use. Retire instead of deleting what pages refer to.',
    ...text,
    type: 'object',
    options: {collapsible: true, collapsed: true},
    fields: [
      textField({name: 'reason', title: 'Reason', description: 'Why it is no longer in use.'}),
      referenceField({
        name: 'replacedBy',
        title: 'Replaced by',
        description: 'What to use instead.',
        to,
      }),
    ],
    validation: (rule) => rule.custom(saysWhyRetired),
  })
}
