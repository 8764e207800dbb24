import {defineField} from '@sanity/types'
import {choiceField} from './choiceField.ts'
import type {FieldText} from './fieldText.ts'
import {loads, ranges, sides, speeds} from '../vocabularies/exerciseVocabulary.ts'

/** How a movement is done: what an exercise says of itself, and what a rule asks of it. */
export function qualifiersField(text: FieldText) {
  return defineField({
    ...text,
    type: 'object',
    options: {columns: 2},
    fields: [
      choiceField({name: 'load', title: 'Load', list: loads, layout: 'dropdown'}),
      choiceField({name: 'range', title: 'Range', list: ranges, layout: 'dropdown'}),
      choiceField({name: 'speed', title: 'Speed', list: speeds, layout: 'dropdown'}),
      choiceField({name: 'side', title: 'Side', list: sides, layout: 'dropdown'}),
    ],
  })
}
