import { defineField, type PreviewValue } from 'sanity'

type Shown = { alt?: string; caption?: string; decorative?: boolean; media?: PreviewValue['media'] }
type Picture = { asset?: unknown; decorative?: unknown }

/** Options of every image: the organiser says what must stay in view, and the site honours it. */
export const imageOptions = { hotspot: true, accept: 'image/*' }

/** Fields of every image beside the picture itself. */
export const imageFields = [
  defineField({
    name: 'alt',
    title: 'Description',
    type: 'string',
    description:
      'What would you tell a friend on the telephone? Read aloud to people who can’t see the picture.',
    hidden: ({ parent }) => !hasPicture(parent) || isDecorative(parent),
    validation: (rule) =>
      rule.custom((alt, { parent }) => {
        if (!hasPicture(parent) || isDecorative(parent) || alt?.trim()) return true
        return 'Describe the photo for people who can’t see it, or tick “Only decoration”.'
      }),
  }),
  defineField({
    name: 'decorative',
    title: 'Only decoration',
    type: 'boolean',
    description: 'Tick this if nothing would be missed without the picture; then it needs no description.',
    hidden: ({ parent }) => !hasPicture(parent),
  }),
  defineField({
    name: 'caption',
    title: 'Caption',
    type: 'string',
    description: 'Shown under the picture.',
    hidden: ({ parent }) => !hasPicture(parent),
  }),
  defineField({
    name: 'credit',
    title: 'Credit',
    type: 'string',
    description: 'Who took or drew it.',
    hidden: ({ parent }) => !hasPicture(parent),
  }),
]

/** How a picture looks among others: what it shows, in its own words. */
export const imagePreview = {
  select: { alt: 'alt', caption: 'caption', decorative: 'decorative', media: 'asset' },
  prepare({ alt, caption, decorative, media }: Shown) {
    const title = decorative ? 'Decoration' : alt || 'Photo without a description'
    return { title, subtitle: caption, media }
  },
}

function hasPicture(parent: unknown): boolean {
  return isPicture(parent) && Boolean(parent.asset)
}

function isDecorative(parent: unknown): boolean {
  return isPicture(parent) && parent.decorative === true
}

function isPicture(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null
}
