import {TagIcon} from '@sanity/icons/Tag'
import {defineType} from '@sanity/types'
import {objectsField} from '../fields/objectsField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {textsField} from '../fields/textsField.ts'

/** A subject that articles are filed under. */
export const topicType = defineType({
  name: 'topic',
  title: 'Topic',
  type: 'document',
  icon: TagIcon,
  fields: [
    textField({name: 'label', title: 'Label', required: 'Give the topic a label.'}),
    slugField({source: 'label'}),
    referencesField({
      name: 'broader',
      title: 'Broader topics',
      description: 'Topics that include this one.',
      to: 'topic',
    }),
    textsField({
      name: 'synonyms',
      title: 'Synonyms',
      description: 'Other words that readers search for.',
      layout: 'tags',
    }),
    objectsField({
      name: 'codes',
      title: 'Codes',
      description: 'The same topic in a terminology.',
      of: 'code',
    }),
  ],
  preview: {select: {title: 'label', subtitle: 'broader.0.label'}},
})
