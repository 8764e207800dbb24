import {defineField} from '@sanity/types'
import {textField} from '../../fields/textField.ts'

/** The fields of the tab “Identifiers”. */
export const identifiersFields = [
  defineField({
    name: 'identifiers',
    title: 'Identifiers',
    type: 'object',
    group: 'identifiers',
    options: {columns: 2},
    fields: [
      textField({name: 'doi', title: 'DOI', description: 'For example: 10.1177/0269215512453353.'}),
      textField({name: 'pmid', title: 'PubMed (PMID)'}),
      textField({name: 'pmcid', title: 'PubMed Central (PMCID)'}),
      textField({name: 'isbn', title: 'ISBN'}),
      textField({name: 'issn', title: 'ISSN', description: 'Of the journal.'}),
      textField({name: 'nct', title: 'Trial registration (NCT)'}),
      defineField({
        name: 'url',
        title: 'Address',
        type: 'url',
        validation: (rule) =>
          rule.uri({scheme: ['https', 'http']}).error('Use an address that starts with https://.'),
      }),
    ],
  }),
  textField({
    name: 'noIdentifierReason',
    title: 'Why it has no identifier',
    description: 'Readers are told. Only when there is no DOI, PMID, PMCID, ISBN or address.',
    group: 'identifiers',
  }),
  defineField({
    name: 'accessed',
    title: 'Accessed on',
    description: 'Needed when a web page is all there is.',
    type: 'date',
    group: 'identifiers',
  }),
  defineField({
    name: 'archiveUrl',
    title: 'Archived copy',
    type: 'url',
    group: 'identifiers',
    validation: (rule) =>
      rule.uri({scheme: ['https', 'http']}).error('Use an address that starts with https://.'),
  }),
]
