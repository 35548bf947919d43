import { BlockquoteIcon } from '@sanity/icons/Blockquote'
import { defineField, defineType } from 'sanity'
import { needsWords } from '../rules/words.ts'

export const pullQuote = defineType({
  name: 'pullQuote',
  title: 'Pull quote',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'What was said',
      type: 'text',
      rows: 3,
      description: 'One or two sentences, without quotation marks: the page adds them.',
      validation: (rule) => needsWords(rule, 'Write the quote.'),
    }),
    defineField({
      name: 'attribution',
      title: 'Who said it',
      type: 'string',
      description: 'A name, or “overheard at the bar”. May stay empty.',
    }),
  ],
  preview: {
    select: { title: 'text', attribution: 'attribution' },
    prepare: ({ title, attribution }) => ({
      title: title || 'Nothing written yet',
      subtitle: attribution ? `Pull quote: ${attribution}` : 'Pull quote',
    }),
  },
})
