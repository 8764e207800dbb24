import {defineField} from '@sanity/types'
import type {CustomValidator} from '@sanity/types'
import type {Choice} from '../vocabularies/choice.ts'
import type {FieldText} from './fieldText.ts'
import {bareRule} from './bareRule.ts'
import {requires} from './requires.ts'

interface ChoiceFieldOptions extends FieldText {
  list: readonly Choice[]
  /** The sentence an editor reads when nothing is chosen; without it the field is optional. */
  required?: string
  initialValue?: string
  /** Few choices are shown side by side unless told otherwise. */
  layout?: 'radio' | 'dropdown'
  /** What the choice must satisfy besides. */
  check?: CustomValidator
  /** What the choice should satisfy: a warning, which does not hold back publishing. */
  advise?: CustomValidator
}

/** A field that holds one value of a closed list. */
export function choiceField({
  list,
  required,
  initialValue,
  layout,
  check,
  advise,
  ...text
}: ChoiceFieldOptions) {
  return defineField({
    ...text,
    type: 'string',
    options: {list: [...list], layout: layout ?? (list.length <= 4 ? 'radio' : 'dropdown')},
    ...(initialValue === undefined ? {} : {initialValue}),
    validation: (rule) => [
      ...(required === undefined ? [] : [requires(rule, required)]),
      check === undefined ? rule : rule.custom(check),
      ...(advise === undefined ? [] : [bareRule(rule).custom(advise).warning()]),
    ],
  })
}
