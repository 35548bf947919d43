import { MenuIcon } from '@sanity/icons/Menu'
import { defineField, defineType } from 'sanity'
import { checkSitePath } from '../rules/link.ts'
import { needsWords } from '../rules/words.ts'

export const menuItem = defineType({
  name: 'menuItem',
  title: 'Menu entry',
  type: 'object',
  icon: MenuIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Words',
      type: 'string',
      description: 'What people read and click, for example “Recaps”.',
      validation: (rule) => needsWords(rule, 'Give the entry words to click on.'),
    }),
    defineField({
      name: 'path',
      title: 'Page of this site',
      type: 'string',
      description: 'The part of the address after the site’s name, for example /recaps/',
      validation: (rule) => [rule.required().error('Say which page it opens.'), rule.custom(checkSitePath)],
    }),
  ],
  preview: { select: { title: 'label', subtitle: 'path' } },
})
