import { TagIcon } from '@sanity/icons/Tag'
import { defineField, defineType } from 'sanity'
import { previousPathsField, slugField } from '../objects/address-fields.ts'
import { byTitle } from '../orderings.ts'
import { line, stateOf } from '../previews/state.ts'
import { needsWords } from '../rules/words.ts'

export const topic = defineType({
  name: 'topic',
  title: 'Topic',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'One or two words, for example “Careers”.',
      validation: (rule) => needsWords(rule, 'Give the topic a title.'),
    }),
    slugField('title'),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 3,
      description: 'A sentence or two at the head of the topic’s page.',
    }),
    previousPathsField(),
  ],
  orderings: [byTitle],
  preview: {
    select: { title: 'title', about: 'description', original: '_originalId' },
    prepare: ({ title, about, original }) => ({
      title,
      subtitle: line(stateOf(original), about),
      media: TagIcon,
    }),
  },
})
