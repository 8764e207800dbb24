import {objectsField} from '../../fields/objectsField.ts'

/** The fields of the tab “Dosage”. */
export const dosageFields = [
  objectsField({
    name: 'dosages',
    title: 'Dosage',
    description: 'Only what a source states. Leave it empty rather than guess.',
    of: 'dosage',
    group: 'dosage',
  }),
]
