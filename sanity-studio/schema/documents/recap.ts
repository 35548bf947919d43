import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { LayoutInput } from '../../components/layout-input.tsx'
import { layouts } from '../../layouts.ts'
import { previousPathsField, slugField } from '../objects/address-fields.ts'
import { body } from '../objects/body.ts'
import { imageField } from '../objects/image-field.ts'
import { momentOptions } from '../objects/moment.ts'
import { newestFirst } from '../orderings.ts'
import { describeRecap } from '../previews/recap.ts'
import { checkLayout } from '../rules/layout.ts'
import { checkLayoutNeeds } from '../rules/layout-needs.ts'
import { needsWords } from '../rules/words.ts'

export const recap = defineType({
  name: 'recap',
  title: 'Recap',
  type: 'document',
  icon: DocumentTextIcon,
  groups: [
    { name: 'writing', title: 'Writing', default: true },
    { name: 'people', title: 'People and topics' },
    { name: 'settings', title: 'Settings' },
    { name: 'sharing', title: 'Search and sharing' },
  ],
  fields: [
    defineField({
      name: 'event',
      title: 'Which evening?',
      type: 'reference',
      to: [{ type: 'event' }],
      group: ['writing', 'people'],
      description: 'The evening that this recap is about.',
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'writing',
      description: 'What one would say to a friend who wasn’t there.',
      validation: (rule) => [
        needsWords(rule, 'Give the recap a title.'),
        rule.max(90).warning('Long titles are hard to read on a phone.'),
      ],
    }),
    { ...slugField('title'), group: 'writing' },
    defineField({
      name: 'standfirst',
      title: 'Standfirst',
      type: 'text',
      rows: 3,
      group: 'writing',
      description: 'The evening in one paragraph. It stands on cards, in feeds and in search results.',
      validation: (rule) => [
        needsWords(rule, 'Write one paragraph that says what the evening was about.'),
        rule.max(300).warning('Two or three sentences are enough.'),
      ],
    }),
    defineField({
      name: 'authors',
      title: 'Who wrote it',
      type: 'array',
      of: [defineArrayMember({ title: 'Person', type: 'reference', to: [{ type: 'author' }] })],
      group: ['writing', 'people'],
      description: 'In the order in which the names should stand.',
      initialValue: [],
      validation: (rule) => [
        rule.required().min(1).error('Say who wrote it: add at least one person.'),
        rule.unique().error('This person is in the list twice.'),
      ],
    }),
    imageField({
      name: 'cover',
      title: 'Cover picture',
      description: 'Shown large above the recap and on its card.',
      group: 'writing',
    }),
    { ...body, group: 'writing' },
    defineField({
      name: 'topics',
      title: 'Topics',
      type: 'array',
      of: [defineArrayMember({ title: 'Topic', type: 'reference', to: [{ type: 'topic' }] })],
      group: 'people',
      description: 'Two or three are plenty; readers go on from them.',
      validation: (rule) => rule.unique().error('This topic is in the list twice.'),
    }),
    defineField({
      name: 'publishedAt',
      title: 'Date of publication',
      type: 'datetime',
      options: momentOptions,
      group: 'settings',
      description: 'With a date in the future, the recap appears on the site then, by itself.',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('Give the recap a date.'),
    }),
    defineField({
      name: 'template',
      title: 'How it is laid out',
      type: 'string',
      group: 'settings',
      description: 'Each suits another kind of recap; it can be changed at any time.',
      initialValue: layouts[0]?.name,
      components: { input: LayoutInput },
      validation: (rule) => [
        rule.required().error('Choose a layout.'),
        rule.custom((name) => checkLayout(name, layouts)),
      ],
    }),
    defineField({
      name: 'repliesOpen',
      title: 'Readers may reply',
      type: 'boolean',
      group: 'settings',
      description: 'For when the site takes replies; it does not do so yet.',
      initialValue: true,
    }),
    previousPathsField('settings'),
    defineField({
      name: 'seo',
      title: 'Search and sharing',
      type: 'seo',
      group: 'sharing',
      description: 'Everything here may stay empty: then title, standfirst and cover are used.',
    }),
  ],
  validation: (rule) => rule.custom((recap) => checkLayoutNeeds(recap, layouts)),
  orderings: [newestFirst],
  preview: describeRecap,
})
