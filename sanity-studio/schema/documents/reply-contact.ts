import { EnvelopeIcon } from '@sanity/icons/Envelope'
import { defineField, defineType } from 'sanity'
import { momentOptions } from '../objects/moment.ts'
import { latestReplyFirst } from '../orderings.ts'
import { formatDay } from '../previews/moment.ts'

/**
 * How the writer of a reply can be reached. Its id contains a dot, so that nobody without a token can read it, and
 * it goes when its reply goes.
 */
export const replyContact = defineType({
  name: 'replyContact',
  title: 'Address of a replier',
  type: 'document',
  icon: EnvelopeIcon,
  readOnly: true,
  fields: [
    defineField({
      name: 'email',
      title: 'E-mail address',
      type: 'string',
      description: 'Seen by organisers only, never on the site. Delete it when its owner asks you to.',
      validation: (rule) => rule.required().email().error('This is not an e-mail address.'),
    }),
    defineField({
      name: 'reply',
      title: 'Reply',
      type: 'reference',
      to: [{ type: 'reply' }],
      weak: true,
      description: 'What this person wrote.',
      validation: (rule) => rule.required().error('Nobody knows which reply this belongs to.'),
    }),
    defineField({
      name: 'submittedAt',
      title: 'Given',
      type: 'datetime',
      options: momentOptions,
      description: 'When the reader gave the address.',
      validation: (rule) => rule.required().error('Nobody knows when this was given.'),
    }),
  ],
  orderings: [latestReplyFirst],
  preview: {
    select: { title: 'email', name: 'reply.name', submittedAt: 'submittedAt' },
    prepare: ({ title, name, submittedAt }) => ({
      title,
      subtitle: [name, submittedAt && formatDay(submittedAt)].filter(Boolean).join(' · '),
    }),
  },
})
