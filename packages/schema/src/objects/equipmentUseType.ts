import {CubeIcon} from '@sanity/icons/Cube'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {textField} from '../fields/textField.ts'
import {equipmentItems} from '../vocabularies/exerciseVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** A piece of equipment that an exercise uses. */
export const equipmentUseType = defineType({
  name: 'equipmentUse',
  title: 'Equipment',
  type: 'object',
  icon: CubeIcon,
  fields: [
    choiceField({name: 'item', title: 'Item', list: equipmentItems, required: 'Choose the item.'}),
    defineField({name: 'optional', title: 'Can be left out', type: 'boolean', initialValue: false}),
    textField({name: 'substitute', title: 'What serves instead'}),
  ],
  preview: {select: {title: 'item', optional: 'optional'}, prepare: prepareEquipmentUse},
})

function prepareEquipmentUse({title, optional}: {title?: string; optional?: boolean}) {
  return previewOf({
    title: titleOf(equipmentItems, title) ?? 'Equipment',
    subtitle: optional ? 'Can be left out' : 'Needed',
  })
}
