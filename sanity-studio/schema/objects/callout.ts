import { InfoOutlineIcon } from '@sanity/icons/InfoOutline'
import { defineField, defineType } from 'sanity'
import { simpleText } from './simple-text.ts'

const kinds = [
  { title: 'Note: good to know', value: 'note' },
  { title: 'Tip: worth trying', value: 'tip' },
  { title: 'Warning: mind this', value: 'warning' },
]

export const callout = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      description: 'Decides its colour and the word above it.',
      options: { list: kinds, layout: 'radio' },
      initialValue: 'note',
      validation: (rule) => rule.required().error('Choose a kind of callout.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'array',
      of: simpleText,
      description: 'Set apart from the text around it.',
      validation: (rule) => rule.required().error('Write what the callout says.'),
    }),
  ],
  preview: {
    select: { text: 'text', kind: 'kind' },
    prepare: ({ text, kind }) => ({
      title: wordsOf(text) || 'Nothing written yet',
      subtitle: kinds.find(({ value }) => value === kind)?.title ?? 'Callout',
    }),
  },
})

/** The words of a callout: the Studio shows only plain text in previews. */
function wordsOf(text: unknown): string {
  if (!Array.isArray(text)) return ''
  return text
    .flatMap((block) => (Array.isArray(block?.children) ? block.children : []))
    .map((child) => child?.text ?? '')
    .join('')
}
