import {HashIcon} from '@sanity/icons/Hash'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {textField} from '../fields/textField.ts'
import {codeSystems} from '../vocabularies/publishingVocabulary.ts'

/** A code of a terminology, such as a MeSH heading. */
export const codeType = defineType({
  name: 'code',
  title: 'Code',
  type: 'object',
  icon: HashIcon,
  options: {columns: 3},
  fields: [
    choiceField({
      name: 'system',
      title: 'System',
      list: codeSystems,
      layout: 'dropdown',
      required: 'Choose the system that the code belongs to.',
    }),
    textField({name: 'code', title: 'Code', required: 'Give the code.'}),
    textField({name: 'display', title: 'Display', required: 'Give the words that the system has for it.'}),
  ],
  preview: {select: {title: 'display', system: 'system', code: 'code'}, prepare: prepareCode},
})

function prepareCode({title, system, code}: {title?: string; system?: string; code?: string}) {
  return previewOf({title: title ?? 'Code', subtitle: [system, code].filter(Boolean).join(' ')})
}
