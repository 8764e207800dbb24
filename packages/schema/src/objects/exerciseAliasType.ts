import {TagIcon} from '@sanity/icons/Tag'
import {defineType} from '@sanity/types'
import {textField} from '../fields/textField.ts'

/** Another name of an exercise. */
export const exerciseAliasType = defineType({
  name: 'exerciseAlias',
  title: 'Other name',
  type: 'object',
  icon: TagIcon,
  options: {columns: 2},
  fields: [
    textField({name: 'text', title: 'Name', required: 'Give the other name.'}),
    textField({name: 'note', title: 'Note', description: 'Who uses this name, or how it differs.'}),
  ],
  preview: {select: {title: 'text', subtitle: 'note'}},
})
