import { defineArrayMember, defineField } from 'sanity'
import { checkHeadings } from '../rules/headings.ts'
import { imageFields, imageOptions, imagePreview } from './image.ts'
import { internalLink } from './internal-link.ts'
import { link } from './link.ts'

/** The text of a recap, with everything that may stand in it. */
export const body = defineField({
  name: 'body',
  title: 'What was said',
  type: 'array',
  description:
    'The evening, in your words. Type ## and a space for a heading, - and a space for a list; photos, quotes and tables are in the bar above the text.',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        { title: 'Paragraph', value: 'normal' },
        { title: 'Heading', value: 'h2' },
        { title: 'Smaller heading', value: 'h3' },
        { title: 'Smallest heading', value: 'h4' },
        { title: 'Quote', value: 'blockquote' },
      ],
      lists: [
        { title: 'Bullets', value: 'bullet' },
        { title: 'Numbers', value: 'number' },
      ],
      marks: {
        decorators: [
          { title: 'Strong', value: 'strong' },
          { title: 'Emphasis', value: 'em' },
          { title: 'Code', value: 'code' },
          { title: 'Strike-through', value: 'strike-through' },
        ],
        annotations: [link, internalLink],
      },
    }),
    defineArrayMember({
      type: 'image',
      title: 'Photo',
      options: imageOptions,
      fields: imageFields,
      preview: imagePreview,
      validation: (rule) => rule.assetRequired().error('Choose a photo, or remove this block.'),
    }),
    defineArrayMember({ type: 'gallery' }),
    defineArrayMember({ type: 'pullQuote' }),
    defineArrayMember({ type: 'callout' }),
    defineArrayMember({ type: 'table' }),
    defineArrayMember({ type: 'embed' }),
    defineArrayMember({ type: 'code' }),
    defineArrayMember({ type: 'divider' }),
  ],
  validation: (rule) => [rule.required().error('Write what was said.'), rule.custom(checkHeadings).warning()],
})
