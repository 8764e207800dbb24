import {defineField} from '@sanity/types'
import {
  parseDoi,
  parseIsbn,
  parseIssn,
  parseNct,
  parsePmcid,
  parsePmid,
} from '@spine-center/rules/identifiers'
import {identifierField} from '../../fields/identifierField.ts'
import {textField} from '../../fields/textField.ts'
import {webAddressField} from '../../fields/webAddressField.ts'
import {canBeLocated, hasAccessDate, isNotBareHost} from './citationRules.ts'

/** The fields of the tab “Identifiers”. */
export const identifiersFields = [
  defineField({
    name: 'identifiers',
    title: 'Identifiers',
    type: 'object',
    group: 'identifiers',
    options: {columns: 2},
    validation: (rule) => rule.custom((identifiers, {document}) => canBeLocated(identifiers, document)),
    fields: [
      identifierField({
        name: 'doi',
        title: 'DOI',
        description: 'For example: 10.1177/0269215512453353.',
        parse: parseDoi,
      }),
      identifierField({name: 'pmid', title: 'PubMed (PMID)', parse: parsePmid}),
      identifierField({name: 'pmcid', title: 'PubMed Central (PMCID)', parse: parsePmcid}),
      identifierField({name: 'isbn', title: 'ISBN', parse: parseIsbn}),
      identifierField({name: 'issn', title: 'ISSN', description: 'Of the journal.', parse: parseIssn}),
      identifierField({name: 'nct', title: 'Trial registration (NCT)', parse: parseNct}),
      webAddressField({name: 'url', title: 'Address', check: isNotBareHost}),
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
    validation: (rule) => rule.custom((day, {document}) => hasAccessDate(day, document)),
  }),
  webAddressField({name: 'archiveUrl', title: 'Archived copy', group: 'identifiers'}),
]
