import {UserIcon} from '@sanity/icons/User'
import {defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {referenceField} from '../fields/referenceField.ts'
import {contributorRoles} from '../vocabularies/publishingVocabulary.ts'
import {titleOf} from '../vocabularies/titleOf.ts'

/** A person who worked on an article; the order of the list is the order of the byline. */
export const contributorType = defineType({
  name: 'contributor',
  title: 'Contributor',
  type: 'object',
  icon: UserIcon,
  options: {columns: 2},
  fields: [
    referenceField({name: 'person', title: 'Person', to: 'person', required: 'Choose the person.'}),
    choiceField({
      name: 'role',
      title: 'Role',
      list: contributorRoles,
      initialValue: 'author',
      required: 'Choose what the person did.',
    }),
  ],
  preview: {
    select: {given: 'person.name.given', family: 'person.name.family', role: 'role'},
    prepare: prepareContributor,
  },
})

function prepareContributor({given, family, role}: {given?: string; family?: string; role?: string}) {
  return previewOf({
    title: [given, family].filter(Boolean).join(' ') || 'Contributor',
    subtitle: titleOf(contributorRoles, role),
  })
}
