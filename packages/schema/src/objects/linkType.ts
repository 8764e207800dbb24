import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from '@sanity/types'

/** A link in a text. */
export const linkType = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Give the address that the link leads to.'),
        rule
          .uri({allowRelative: true, scheme: ['https', 'http', 'mailto', 'tel']})
          .error('Use a web address (https://…), a path on this site (/…), mailto: or tel:.'),
      ],
    }),
  ],
})
