import {defineField} from '@sanity/types'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Accepts slugs that survive a URL round trip; otherwise the sentence an editor reads. */
export function isUrlSafeSlug(slug: string | undefined): true | string {
  if (!slug) return 'Add a slug so this page has an address: press Generate.'
  return slugPattern.test(slug) || 'Use lowercase letters, digits and single dashes.'
}

interface SlugFieldOptions extends Partial<FieldText> {
  /** The field that the slug is made from. */
  source: string
}

/** The address of a document, unique among documents of its type. */
export function slugField({source, ...text}: SlugFieldOptions) {
  return defineField({
    name: 'slug',
    title: 'Slug',
    description: 'The last part of the address. Do not change it once the page is out.',
    ...text,
    type: 'slug',
    options: {source, maxLength: 96},
    validation: (rule) => [
      requires(rule, 'Add a slug so this page has an address: press Generate.'),
      rule.custom((slug) => (slug?.current ? isUrlSafeSlug(slug.current) : true)),
    ],
  })
}
