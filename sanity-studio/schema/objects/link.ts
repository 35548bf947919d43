import { LinkIcon } from '@sanity/icons/Link'
import { defineArrayMember, defineField } from 'sanity'
import { checkLink, linkHint } from '../rules/link.ts'

/** A link in running text. */
export const link = defineArrayMember({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Where to',
      type: 'string',
      description: linkHint,
      validation: (rule) => [rule.required().error('Say where the link leads.'), rule.custom(checkLink)],
    }),
  ],
})
