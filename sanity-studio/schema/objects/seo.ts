import { defineField, defineType } from 'sanity'
import { imageFields, imageOptions } from './image.ts'

export const seo = defineType({
  name: 'seo',
  title: 'Search and sharing',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title for search engines',
      type: 'string',
      description: 'Only if it should differ from the title above.',
      validation: (rule) => rule.max(60).warning('Search engines cut titles after about 60 characters.'),
    }),
    defineField({
      name: 'description',
      title: 'Summary for search engines',
      type: 'text',
      rows: 3,
      description: 'Only if it should differ from the standfirst.',
      validation: (rule) => rule.max(160).warning('Search engines cut summaries after about 160 characters.'),
    }),
    defineField({
      name: 'image',
      title: 'Picture for sharing',
      type: 'image',
      description: 'Shown when somebody shares the link. Without one, the cover is used.',
      options: imageOptions,
      fields: imageFields,
    }),
    defineField({
      name: 'noIndex',
      title: 'Hide from search engines',
      type: 'boolean',
      description: 'The page stays readable for everyone who has its address.',
    }),
  ],
})
