import {ThListIcon} from '@sanity/icons/ThList'
import {defineField, defineType} from '@sanity/types'
import {isRecord} from '../fields/isRecord.ts'
import {objectsField} from '../fields/objectsField.ts'
import {textField} from '../fields/textField.ts'

/** Holds when every row has as many cells as the first. */
export function hasEvenRows(table: unknown): true | string {
  if (!isRecord(table) || !Array.isArray(table['rows'])) return true
  const lengths = table['rows'].map((row: unknown) =>
    isRecord(row) && Array.isArray(row['cells']) ? row['cells'].length : 0,
  )
  const odd = lengths.findIndex((length) => length !== lengths[0])
  return odd === -1 || `Row ${odd + 1} has ${lengths[odd]} cells, the first row has ${lengths[0]}.`
}

/** A table within a text. */
export const tableBlockType = defineType({
  name: 'tableBlock',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    textField({
      name: 'caption',
      title: 'Caption',
      description: 'What the table shows. Screen readers say it first.',
      required: 'Say what the table shows.',
    }),
    defineField({
      name: 'headerRow',
      title: 'The first row holds the headings',
      type: 'boolean',
      initialValue: true,
    }),
    objectsField({name: 'rows', title: 'Rows', of: 'tableRow', required: 'Add the rows of the table.'}),
  ],
  validation: (rule) => rule.custom(hasEvenRows),
  preview: {select: {title: 'caption'}},
})
