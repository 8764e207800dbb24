import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {choicesField} from '../../fields/choicesField.ts'
import {referencesField} from '../../fields/referencesField.ts'
import {requires} from '../../fields/requires.ts'
import {wholeNumberField} from '../../fields/wholeNumberField.ts'
import {bodyRegions} from '../../vocabularies/exerciseVocabulary.ts'
import {ageBands} from '../../vocabularies/publishingVocabulary.ts'
import {findContradictoryAudience} from './articleRules.ts'

/** The fields of the tab “Audience”. */
export const audienceFields = [
  defineField({
    name: 'audience',
    title: 'Audience',
    type: 'object',
    group: 'audience',
    validation: (rule) => [
      requires(rule, 'Say for whom the article is.'),
      rule.custom(findContradictoryAudience),
    ],
    fields: [
      referencesField({
        name: 'primary',
        title: 'Written for',
        description:
          'Readers with these. Exercises that a rule forbids for one of them cannot be recommended.',
        to: 'condition',
        required: 'Say for whom the article is: add at least one condition.',
      }),
      referencesField({name: 'alsoFor', title: 'Also of use to', to: 'condition'}),
      referencesField({name: 'notFor', title: 'Not for', to: 'condition'}),
      choiceField({name: 'ageBand', title: 'Age', list: ageBands, initialValue: 'adult'}),
      wholeNumberField({
        name: 'readingLevelTarget',
        title: 'Reading grade to aim at',
        description: 'US school grade; 8 or lower for readers at large.',
        min: 1,
        max: 18,
        initialValue: 8,
      }),
    ],
  }),
  referencesField({
    name: 'topics',
    title: 'Topics',
    to: 'topic',
    group: 'audience',
    required: 'Add at least one topic.',
  }),
  choicesField({name: 'bodyRegions', title: 'Body regions', list: bodyRegions, group: 'audience'}),
]
