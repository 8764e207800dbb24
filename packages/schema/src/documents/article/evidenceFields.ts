import {objectsField} from '../../fields/objectsField.ts'

/** The fields of the tab “Evidence”. */
export const evidenceFields = [
  objectsField({
    name: 'claims',
    title: 'Claims',
    description: 'Statements of fact, with their figures and sources.',
    of: 'claim',
    group: 'evidence',
  }),
  objectsField({name: 'disclosures', title: 'Disclosures', of: 'disclosure', group: 'evidence'}),
]
