import {objectsField} from '../../fields/objectsField.ts'

/** The fields of the tab “Evidence”. */
export const evidenceFields = [
  objectsField({name: 'evidence', title: 'Evidence', of: 'exerciseEvidence', group: 'evidence'}),
]
