import { BookIcon } from '@sanity/icons/Book'
import { defineArrayMember, defineField } from 'sanity'

/** A link to another document of the site, which keeps working when that document's address changes. */
export const internalLink = defineArrayMember({
  name: 'internalLink',
  title: 'Link to a recap, person, evening or topic',
  type: 'object',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'reference',
      title: 'Leads to',
      type: 'reference',
      description: 'The link follows if the address changes later.',
      to: [{ type: 'recap' }, { type: 'author' }, { type: 'event' }, { type: 'topic' }],
      validation: (rule) => rule.required().error('Choose what the link leads to.'),
    }),
  ],
})
