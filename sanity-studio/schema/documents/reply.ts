import { CommentIcon } from '@sanity/icons/Comment'
import { defineField, defineType } from 'sanity'
import { momentOptions } from '../objects/moment.ts'
import { latestReplyFirst } from '../orderings.ts'
import { describeReply } from '../previews/reply.ts'
import { needsWords } from '../rules/words.ts'

/**
 * What a reader wrote under a recap. It waits as long as it is only a draft, and publishing approves it.
 * It never holds an e-mail address: that is in a `replyContact`.
 */
export const reply = defineType({
  name: 'reply',
  title: 'Reply',
  type: 'document',
  icon: CommentIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Reply',
      type: 'text',
      rows: 8,
      description: 'In the reader’s own words. Change only what must not stand on the site.',
      validation: (rule) => needsWords(rule, 'The reply is empty: reject it instead.'),
    }),
    defineField({
      name: 'name',
      title: 'Who wrote it',
      type: 'string',
      description: 'The name that stands above the reply.',
      validation: (rule) => needsWords(rule, 'Every reply needs a name.'),
    }),
    defineField({
      name: 'recap',
      title: 'Under which recap',
      type: 'reference',
      to: [{ type: 'recap' }],
      readOnly: true,
      description: 'The recap that the reader replied to.',
      validation: (rule) => rule.required().error('This reply has lost its recap, so it cannot be shown.'),
    }),
    defineField({
      name: 'inReplyTo',
      title: 'In answer to',
      type: 'reference',
      to: [{ type: 'reply' }],
      readOnly: true,
      description: 'The reply that this one answers; empty where it answers the recap itself.',
      hidden: ({ value }) => !value,
    }),
    defineField({
      name: 'submittedAt',
      title: 'Sent',
      type: 'datetime',
      options: momentOptions,
      readOnly: true,
      description: 'When the reader sent it, by the clock of this computer.',
      validation: (rule) => rule.required().error('Nobody knows when this reply was sent.'),
    }),
  ],
  orderings: [latestReplyFirst],
  preview: describeReply,
})
