import {defineField} from '@sanity/types'
import type {FieldDefinition} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {isRecord} from './isRecord.ts'

/** Holds when the least is not above the most, and a range gives the least. */
export function isOrderedRange(range: unknown): true | string {
  if (!isRecord(range)) return true
  const {min, max} = range
  if (typeof max === 'number' && typeof min !== 'number') return 'Give the least as well as the most.'
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    return `The least (${min}) is more than the most (${max}).`
  }
  return true
}

interface RangeFieldOptions extends FieldText {
  /** Lowest value either end may have; 0 unless told. */
  lowest?: number
  /** True when only whole numbers make sense. */
  integer?: boolean
  /** Fields that stand after the two ends, such as a unit. */
  extraFields?: FieldDefinition[]
}

/** A range `{min, max}`; one number is a range whose ends are equal, or one without `max`. */
export function rangeField({lowest, integer, extraFields, ...text}: RangeFieldOptions) {
  const least = lowest ?? 0
  const end = (name: 'min' | 'max', title: string) =>
    defineField({
      name,
      title,
      type: 'number',
      validation: (rule) =>
        integer === true
          ? rule.min(least).integer().error(`Give a whole number of ${least} or more.`)
          : rule.min(least).error(`Give a number of ${least} or more.`),
    })
  return defineField({
    ...text,
    type: 'object',
    options: {columns: 2 + (extraFields?.length ?? 0)},
    fields: [end('min', 'Least'), end('max', 'Most'), ...(extraFields ?? [])],
    validation: (rule) => rule.custom(isOrderedRange),
  })
}
