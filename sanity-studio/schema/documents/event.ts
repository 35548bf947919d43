import { CalendarIcon } from '@sanity/icons/Calendar'
import { defineField, defineType } from 'sanity'
import { previousPathsField, slugField } from '../objects/address-fields.ts'
import { imageField } from '../objects/image-field.ts'
import { momentOptions } from '../objects/moment.ts'
import { simpleText } from '../objects/simple-text.ts'
import { latestFirst, soonestFirst } from '../orderings.ts'
import { describeEvent, statuses } from '../previews/event.ts'
import { endsAfterStart } from '../rules/end.ts'
import { checkTimeZone } from '../rules/time-zone.ts'
import { needsWords } from '../rules/words.ts'

export const event = defineType({
  name: 'event',
  title: 'Evening',
  type: 'document',
  icon: CalendarIcon,
  groups: [
    { name: 'when', title: 'What, when and where', default: true },
    { name: 'more', title: 'Booking and description' },
  ],
  fieldsets: [{ name: 'hours', title: 'From when until when', options: { columns: 2 } }],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'when',
      description: 'What the evening is about.',
      validation: (rule) => needsWords(rule, 'Give the evening a title.'),
    }),
    slugField('title', 'when'),
    defineField({
      name: 'startsAt',
      title: 'Starts',
      fieldset: 'hours',
      type: 'datetime',
      options: momentOptions,
      group: 'when',
      description: 'By the clock of this computer.',
      validation: (rule) => rule.required().error('Say when the evening starts.'),
    }),
    defineField({
      name: 'endsAt',
      title: 'Ends',
      fieldset: 'hours',
      type: 'datetime',
      options: momentOptions,
      group: 'when',
      description: 'By the clock of this computer.',
      validation: (rule) => rule.custom(endsAfterStart),
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone of the place',
      type: 'string',
      group: 'when',
      description: 'The site shows the times by the clock on the pub’s wall.',
      initialValue: 'Europe/London',
      validation: (rule) => [
        rule.required().error('Say in which time zone the evening is, for example Europe/London'),
        rule.custom(checkTimeZone),
      ],
    }),
    defineField({
      name: 'status',
      title: 'Is it on?',
      type: 'string',
      group: 'when',
      description: 'A moved evening says so on the site; a cancelled one is no longer announced.',
      options: { list: statuses, layout: 'radio' },
      initialValue: 'scheduled',
      validation: (rule) => rule.required().error('Say whether the evening is on.'),
    }),
    defineField({
      name: 'venue',
      title: 'Place',
      type: 'reference',
      to: [{ type: 'venue' }],
      group: 'when',
      description: 'Leave empty for an evening that is online only.',
    }),
    defineField({
      name: 'onlineLink',
      title: 'Link for joining online',
      type: 'url',
      group: 'when',
      description: 'Everybody who reads the site can see it.',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('Start with https://'),
    }),
    defineField({
      name: 'bookingUrl',
      title: 'Link for booking',
      type: 'url',
      group: 'more',
      description: 'Where one says that one is coming.',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('Start with https://'),
    }),
    defineField({
      name: 'capacityNote',
      title: 'Room for',
      type: 'string',
      group: 'more',
      description: 'For example “40 seats; come early”.',
    }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'array',
      of: simpleText,
      group: 'more',
      description: 'Who speaks, what to bring, what it costs.',
    }),
    imageField({ name: 'cover', title: 'Picture', description: 'Shown with the evening.', group: 'more' }),
    previousPathsField('more'),
  ],
  orderings: [latestFirst, soonestFirst],
  preview: describeEvent,
})
