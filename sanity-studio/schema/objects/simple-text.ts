import { defineArrayMember } from 'sanity'
import { internalLink } from './internal-link.ts'
import { link } from './link.ts'

/** Paragraphs with strong, emphasis and links: what a biography, a description or a footer needs. */
export const simpleText = [
  defineArrayMember({
    type: 'block',
    styles: [{ title: 'Paragraph', value: 'normal' }],
    lists: [],
    marks: {
      decorators: [
        { title: 'Strong', value: 'strong' },
        { title: 'Emphasis', value: 'em' },
      ],
      annotations: [link, internalLink],
    },
  }),
]
