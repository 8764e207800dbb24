import {hiddenWhenFilled} from '../../fields/hiddenWhenFilled.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {textField} from '../../fields/textField.ts'
import {checkAlternatives} from './contraindicationRules.ts'

/** The fields of the tab “Reasons and alternatives”. */
export const reasonsFields = [
  textField({
    name: 'rationale',
    title: 'Rationale',
    description: 'Why, in the words that readers will see.',
    group: 'reasons',
    rows: 4,
    required: 'Say why. Readers and editors are shown this sentence.',
    max: 400,
  }),
  textField({
    name: 'mechanism',
    title: 'Mechanism',
    description: 'For professionals.',
    group: 'reasons',
    rows: 3,
  }),
  textField({
    name: 'modification',
    title: 'Modification',
    description: 'What makes it acceptable.',
    group: 'reasons',
    rows: 2,
  }),
  objectsField({
    name: 'saferAlternatives',
    title: 'Alternatives',
    description: 'What to do instead.',
    of: 'alternative',
    check: checkAlternatives,
    group: 'reasons',
  }),
  textField({
    name: 'noAlternativeReason',
    hidden: hiddenWhenFilled('saferAlternatives'),
    title: 'Why there is no alternative',
    description: 'Only when there is none.',
    group: 'reasons',
  }),
]
