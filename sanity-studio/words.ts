import { defineLocaleResourceBundle } from 'sanity'

/** Where Sanity's own words are not those of organisers. */
export const words = [
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'studio',
    resources: {
      'asset-sources.common.uploader.upload-failed.title': 'This file was not taken',
      'asset-sources.common.uploader.upload-failed.description':
        'A picture has to be a JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG of at most 100 MB. A photo that a phone keeps as HEIC has to be saved as JPEG first.',
    },
  }),
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'validation',
    resources: {
      'slug.not-unique': 'Another page has this address already. Change a word of it.',
      // Every rule of ours has words of its own; this is said of the text inside an address that is missing.
      'generic.required': 'Press Generate to make one.',
    },
  }),
]
