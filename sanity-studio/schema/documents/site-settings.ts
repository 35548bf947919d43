import { CogIcon } from '@sanity/icons/Cog'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { imageField } from '../objects/image-field.ts'
import { simpleText } from '../objects/simple-text.ts'
import { checkTimeZone } from '../rules/time-zone.ts'
import { needsWords } from '../rules/words.ts'

/** There is exactly one, and its id is its type's name. */
export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  icon: CogIcon,
  groups: [
    { name: 'name', title: 'Name and pictures', default: true },
    { name: 'language', title: 'Language and dates' },
    { name: 'links', title: 'Menu, topics and footer' },
    { name: 'replies', title: 'Replies' },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Name of the site',
      type: 'string',
      group: 'name',
      description: 'Stands at the top of every page, and here in the Studio.',
      validation: (rule) => needsWords(rule, 'Give the site a name.'),
    }),
    defineField({
      name: 'tagline',
      title: 'Line under the name',
      type: 'string',
      group: 'name',
      description: 'Who meets, and what for, in a few words.',
      validation: (rule) => needsWords(rule, 'Write a line that says who meets here.'),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 3,
      group: 'name',
      description: 'Two sentences for search engines and feeds.',
    }),
    imageField({
      name: 'logo',
      title: 'Logo',
      description: 'Shown beside the name; a square picture works best.',
      group: 'name',
    }),
    imageField({
      name: 'shareImage',
      title: 'Picture for sharing',
      description: 'Shown when somebody shares a page that has no picture of its own.',
      group: 'name',
    }),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      group: 'language',
      description: 'In which the site itself speaks, and by whose rules quotes and dates are written.',
      options: {
        list: [
          { value: 'en-GB', title: 'English (13 November 2026)' },
          { value: 'en-US', title: 'English, American (November 13, 2026)' },
          { value: 'de', title: 'Deutsch (13. November 2026)' },
        ],
        layout: 'radio',
      },
      initialValue: 'en-GB',
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      group: 'language',
      description: 'For the dates of recaps, such as Europe/London. An event has one of its own.',
      initialValue: 'Europe/London',
      validation: (rule) => rule.custom((name) => !name || checkTimeZone(name)),
    }),
    defineField({
      name: 'dateStyle',
      title: 'Dates',
      type: 'string',
      group: 'language',
      description: 'How dates are written on the pages of the site.',
      options: {
        list: [
          { value: 'full', title: 'With the day of the week: Friday, 13 November 2026' },
          { value: 'long', title: 'Long: 13 November 2026' },
          { value: 'medium', title: 'Medium: 13 Nov 2026' },
          { value: 'short', title: 'Short: 13/11/2026' },
        ],
        layout: 'radio',
      },
      initialValue: 'long',
    }),
    defineField({
      name: 'menu',
      title: 'Menu',
      type: 'array',
      of: [defineArrayMember({ type: 'menuItem' })],
      group: 'links',
      description: 'The entries at the top of every page, in this order.',
    }),
    defineField({
      name: 'topics',
      title: 'Topics on the first page',
      type: 'array',
      of: [defineArrayMember({ title: 'Topic', type: 'reference', to: [{ type: 'topic' }] })],
      group: 'links',
      description: 'In this order. All others follow, those with the most recaps first.',
      validation: (rule) => rule.unique().error('This topic is in the list twice.'),
    }),
    defineField({
      name: 'socialLinks',
      title: 'Elsewhere',
      type: 'array',
      of: [defineArrayMember({ type: 'labelledLink' })],
      group: 'links',
      description: 'Where else the community can be found.',
    }),
    defineField({
      name: 'footer',
      title: 'Footer',
      type: 'array',
      of: simpleText,
      group: 'links',
      description: 'Stands at the end of every page.',
    }),
    defineField({
      name: 'repliesCloseAfterDays',
      title: 'Days after which replies close',
      type: 'number',
      group: 'replies',
      description: 'Counted from a recap’s date. 0 means never.',
      initialValue: 0,
      validation: (rule) => rule.integer().min(0).error('A whole number of days; 0 means never.'),
    }),
  ],
  preview: { prepare: () => ({ title: 'Site settings' }) },
})
