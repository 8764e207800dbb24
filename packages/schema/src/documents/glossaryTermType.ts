import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineType} from '@sanity/types'
import {languageField} from '../fields/languageField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {isShortDefinition} from './glossaryTermRules.ts'

/** A word that readers may not know. */
export const glossaryTermType = defineType({
  name: 'glossaryTerm',
  title: 'Glossary term',
  type: 'document',
  icon: HelpCircleIcon,
  fields: [
    textField({name: 'term', title: 'Term', required: 'Give the term.'}),
    slugField({source: 'term'}),
    languageField(),
    textField({
      name: 'definition',
      title: 'Definition',
      description: 'In plain words, thirty at most.',
      rows: 3,
      required: 'Explain the term.',
      check: isShortDefinition,
    }),
  ],
  preview: {select: {title: 'term', subtitle: 'definition'}},
})
