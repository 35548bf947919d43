import { LinkIcon } from '@sanity/icons/Link'
import { defineField, defineType } from 'sanity'
import { checkLink, linkHint } from '../rules/link.ts'
import { needsWords } from '../rules/words.ts'

export const labelledLink = defineType({
  name: 'labelledLink',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Words',
      type: 'string',
      description: 'What people read and click, for example “LinkedIn”.',
      validation: (rule) => needsWords(rule, 'Give the link words to click on.'),
    }),
    defineField({
      name: 'url',
      title: 'Where to',
      type: 'string',
      description: linkHint,
      validation: (rule) => [rule.required().error('Say where the link leads.'), rule.custom(checkLink)],
    }),
  ],
  preview: { select: { title: 'label', subtitle: 'url' } },
})
