import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {languageField} from '../fields/languageField.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referencesField} from '../fields/referencesField.ts'
import {requires} from '../fields/requires.ts'
import {reviewsField} from '../fields/reviewsField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {contactKinds, urgencies} from '../vocabularies/safetyVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'
import {doesNotReassure} from '../objects/warningSignRules.ts'
import {leadsToEmergencyServices} from './carePathwayRules.ts'

/** Red flags: signs that call for help, and where to find it. */
export const carePathwayType = defineType({
  name: 'carePathway',
  title: 'Care pathway',
  type: 'document',
  icon: BellIcon,
  fields: [
    textField({
      name: 'heading',
      title: 'Heading',
      description: 'As readers see it, starting with what to do.',
      required: 'Give the care pathway a heading.',
      advise: doesNotReassure,
    }),
    slugField({source: 'heading'}),
    languageField(),
    choiceField({name: 'urgency', title: 'Urgency', list: urgencies, required: 'Choose how urgent it is.'}),
    objectsField({name: 'signs', title: 'Signs', of: 'warningSign', required: 'Add at least one sign.'}),
    defineField({
      name: 'action',
      title: 'Action',
      type: 'object',
      validation: (rule) => [
        requires(rule, 'Say what readers should do.'),
        rule.custom((action, {document}) => leadsToEmergencyServices(action, document)).warning(),
      ],
      fields: [
        textField({
          name: 'text',
          title: 'What to do',
          rows: 2,
          required: 'Say what readers should do.',
          advise: doesNotReassure,
        }),
        choiceField({
          name: 'contactKind',
          title: 'Whom to turn to',
          list: contactKinds,
          required: 'Say whom readers should turn to.',
        }),
        textField({
          name: 'phone',
          title: 'Number',
          description:
            'Emergency numbers come from the settings, by locale; give a number here only for another service.',
        }),
      ],
    }),
    textField({
      name: 'possibleCause',
      title: 'Possible cause',
      description: 'For professionals; never shown to readers.',
      rows: 2,
    }),
    referencesField({
      name: 'appliesTo',
      title: 'Applies to',
      description: 'Conditions; empty means everybody.',
      to: 'condition',
    }),
    referencesField({
      name: 'sources',
      title: 'Sources',
      to: 'citation',
      required: 'Add the source of these signs.',
    }),
    reviewsField(),
  ],
  preview: {select: {title: 'heading', urgency: 'urgency'}, prepare: prepareCarePathway},
})

function prepareCarePathway({title, urgency}: {title?: string; urgency?: string}) {
  return previewOf({
    title: title ?? 'Care pathway',
    subtitle: titleOf(urgencies, urgency),
  })
}
