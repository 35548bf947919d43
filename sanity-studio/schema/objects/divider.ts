import { RemoveIcon } from '@sanity/icons/Remove'
import { defineField, defineType } from 'sanity'

export const divider = defineType({
  name: 'divider',
  title: 'Divider',
  type: 'object',
  icon: RemoveIcon,
  fields: [
    defineField({
      name: 'style',
      title: 'Kind',
      type: 'string',
      description: 'Marks a change of subject where a heading would be too much.',
      options: { list: [{ title: 'A thin line', value: 'line' }], layout: 'radio' },
      initialValue: 'line',
    }),
  ],
  preview: { prepare: () => ({ title: 'Divider' }) },
})
