import { UserIcon } from '@sanity/icons/User'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { previousPathsField, slugField } from '../objects/address-fields.ts'
import { imageField } from '../objects/image-field.ts'
import { simpleText } from '../objects/simple-text.ts'
import { byName } from '../orderings.ts'
import { line, stateOf } from '../previews/state.ts'
import { needsWords } from '../rules/words.ts'

export const author = defineType({
  name: 'author',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'As it should stand above recaps.',
      validation: (rule) => needsWords(rule, 'Write the person’s name.'),
    }),
    slugField('name'),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      description: 'What they do, in a few words, for example “PMO lead at a housing charity”.',
    }),
    imageField({
      name: 'portrait',
      title: 'Portrait',
      description: 'A picture in which the face is easy to see.',
    }),
    defineField({
      name: 'bio',
      title: 'About them',
      type: 'array',
      of: simpleText,
      description: 'A paragraph or two, in the third person.',
      validation: (rule) => rule.required().error('Write a sentence about them.'),
    }),
    defineField({
      name: 'links',
      title: 'Links',
      type: 'array',
      of: [defineArrayMember({ type: 'labelledLink' })],
      description: 'Where readers find them elsewhere.',
    }),
    previousPathsField(),
  ],
  orderings: [byName],
  preview: {
    select: { title: 'name', about: 'role', media: 'portrait', original: '_originalId' },
    prepare: ({ title, about, media, original }) => ({
      title,
      subtitle: line(stateOf(original), about),
      media: media ?? UserIcon,
    }),
  },
})
