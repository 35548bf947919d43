import { PlayIcon } from '@sanity/icons/Play'
import { defineField, defineType } from 'sanity'

export const embed = defineType({
  name: 'embed',
  title: 'Video or link card',
  type: 'object',
  icon: PlayIcon,
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      description: 'A card that leads to the page. Nothing of it is loaded before a reader clicks.',
      validation: (rule) =>
        rule
          .required()
          .uri({ scheme: ['http', 'https'] })
          .error('Paste the address of the page, starting with https://'),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'What one sees or finds there.',
    }),
  ],
  preview: {
    select: { title: 'title', url: 'url' },
    prepare: ({ title, url }) => ({
      title: title || url || 'No address yet',
      subtitle: title ? url : 'Video or link card',
    }),
  },
})
