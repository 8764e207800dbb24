import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {previewOf} from '../fields/previewOf.ts'

/** A row of a table. */
export const tableRowType = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => [
        rule.required().error('Add the cells of the row.'),
        rule.min(1).error('Add the cells of the row.'),
      ],
    }),
  ],
  preview: {select: {first: 'cells.0', second: 'cells.1', third: 'cells.2'}, prepare: prepareTableRow},
})

function prepareTableRow({first, second, third}: {first?: string; second?: string; third?: string}) {
  return previewOf({title: [first, second, third].filter(Boolean).join(' | ') || 'Row'})
}
