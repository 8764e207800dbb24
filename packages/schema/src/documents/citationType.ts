import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {hiddenUnless} from '../fields/hiddenUnless.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {referencesField} from '../fields/referencesField.ts'
import {textField} from '../fields/textField.ts'
import {wholeNumberField} from '../fields/wholeNumberField.ts'
import {cslTypes} from '../vocabularies/cslTypes.ts'
import {
  citationStates,
  seasons,
  studyDesigns,
  verificationStatuses,
} from '../vocabularies/evidenceVocabulary.ts'
import {certaintyScales} from '../vocabularies/safetyVocabulary.ts'

/** A source, in the fields of CSL-JSON, with what is known of its quality. */
export const citationType = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'document',
  icon: BookIcon,
  groups: [
    {name: 'reference', title: 'Reference', default: true},
    {name: 'identifiers', title: 'Identifiers'},
    {name: 'quality', title: 'Quality'},
    {name: 'governance', title: 'State'},
  ],
  fields: [
    choiceField({
      name: 'cslType',
      title: 'Type',
      list: cslTypes,
      group: 'reference',
      initialValue: 'article-journal',
      required: 'Choose the type of source.',
    }),
    textField({
      name: 'title',
      title: 'Title',
      description: 'In sentence case, as reference styles want it.',
      group: 'reference',
      rows: 2,
      required: 'Give the title.',
    }),
    objectsField({name: 'authors', title: 'Authors', of: 'citationName', group: 'reference'}),
    defineField({
      name: 'issued',
      title: 'Issued',
      type: 'object',
      group: 'reference',
      options: {columns: 2},
      validation: (rule) => rule.required().error('Give the year of publication.'),
      fields: [
        defineField({
          name: 'year',
          title: 'Year',
          type: 'number',
          validation: (rule) => [
            rule.required().error('Give the year of publication.'),
            rule.integer().min(1500).error('Give the year in four digits.'),
          ],
        }),
        wholeNumberField({name: 'month', title: 'Month', min: 1, max: 12}),
        wholeNumberField({name: 'day', title: 'Day', min: 1, max: 31}),
        choiceField({name: 'season', title: 'Season', list: seasons, layout: 'dropdown'}),
      ],
    }),
    textField({
      name: 'containerTitle',
      title: 'Published in',
      description: 'The journal, book or site, with its full name.',
      group: 'reference',
    }),
    textField({name: 'volume', title: 'Volume', group: 'reference'}),
    textField({name: 'issue', title: 'Issue', group: 'reference'}),
    textField({name: 'page', title: 'Pages', description: 'For example: 207-214.', group: 'reference'}),
    textField({name: 'edition', title: 'Edition', group: 'reference'}),
    textField({name: 'publisher', title: 'Publisher', group: 'reference'}),
    textField({name: 'publisherPlace', title: 'Place of publication', group: 'reference'}),
    textField({name: 'language', title: 'Language', description: 'BCP 47, such as en.', group: 'reference'}),
    textField({
      name: 'original',
      title: 'As the author wrote it',
      description: 'The reference in its first form. It is never lost.',
      group: 'reference',
      rows: 2,
    }),
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
    defineField({
      name: 'quality',
      title: 'Quality',
      type: 'object',
      group: 'quality',
      fields: [
        choiceField({name: 'studyDesign', title: 'Study design', list: studyDesigns}),
        defineField({
          name: 'level',
          title: 'Level of evidence',
          type: 'object',
          options: {columns: 2},
          fields: [
            choiceField({name: 'scale', title: 'Scale', list: certaintyScales, layout: 'dropdown'}),
            textField({name: 'value', title: 'Value'}),
          ],
        }),
        textField({name: 'riskOfBias', title: 'Risk of bias'}),
        textField({name: 'score', title: 'Score', description: 'For example: PEDro 8/10.'}),
        defineField({name: 'registered', title: 'Registered before it began', type: 'boolean'}),
      ],
    }),
    defineField({
      name: 'population',
      title: 'Who was studied',
      type: 'object',
      group: 'quality',
      fields: [
        referencesField({name: 'conditions', title: 'Conditions', to: 'condition'}),
        wholeNumberField({name: 'ageMin', title: 'Youngest', min: 0, max: 120}),
        wholeNumberField({name: 'ageMax', title: 'Oldest', min: 0, max: 120}),
        wholeNumberField({name: 'size', title: 'Number of people', min: 1, max: 100_000_000}),
        referencesField({name: 'excludedConditions', title: 'Left out', to: 'condition'}),
        textField({name: 'excludedOther', title: 'Others left out', rows: 2}),
      ],
    }),
    textField({name: 'funding', title: 'Funding', group: 'quality', rows: 2}),
    textField({name: 'conflictOfInterest', title: 'Conflict of interest', group: 'quality', rows: 2}),
    choiceField({
      name: 'state',
      title: 'State',
      list: citationStates,
      group: 'governance',
      initialValue: 'current',
      required: 'Choose the state of the source.',
    }),
    defineField({
      name: 'stateChange',
      title: 'What happened to it',
      type: 'object',
      group: 'governance',
      hidden: hiddenUnless('state', 'corrected', 'expression-of-concern', 'retracted', 'superseded'),
      fields: [
        defineField({name: 'at', title: 'On', type: 'date'}),
        textField({name: 'note', title: 'Note', rows: 2}),
        referenceField({name: 'citation', title: 'The notice, or what took its place', to: 'citation'}),
      ],
    }),
    defineField({
      name: 'verification',
      title: 'Verification',
      type: 'object',
      group: 'governance',
      fields: [
        choiceField({
          name: 'status',
          title: 'Status',
          list: verificationStatuses,
          initialValue: 'unverified',
          layout: 'radio',
        }),
        textField({name: 'method', title: 'Method', description: 'How it was compared, and with what.'}),
        defineField({name: 'at', title: 'On', type: 'date'}),
        textField({name: 'evidence', title: 'What was found', rows: 2}),
      ],
    }),
    textField({name: 'notes', title: 'Notes', description: 'For editors.', group: 'governance', rows: 3}),
  ],
  preview: {
    select: {
      title: 'title',
      family: 'authors.0.family',
      literal: 'authors.0.literal',
      year: 'issued.year',
      container: 'containerTitle',
      state: 'state',
    },
    prepare: prepareCitation,
  },
})

interface Selection {
  title?: string
  family?: string
  literal?: string
  year?: number
  container?: string
  state?: string
}

function prepareCitation({title, family, literal, year, container, state}: Selection) {
  const standing = state === undefined || state === 'current' ? undefined : state.toUpperCase()
  return previewOf({
    title: title ?? 'Citation',
    subtitle: [standing, family ?? literal, year, container].filter(Boolean).join(' · '),
  })
}
