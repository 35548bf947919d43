import { defineLocaleResourceBundle } from 'sanity'

/** What Sanity's own checks say. Every rule of ours has words of its own. */
export const wordsOfChecks = {
  'slug.not-unique': 'Another page has this address already. Change a word of it.',
  // Of an address that is blank.
  'slug.missing-current': 'Give it an address: press Generate.',
  // Of a line that was added to a list, and in which nothing was chosen.
  'object.not-reference': 'Choose one, or remove this line.',
}

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
  defineLocaleResourceBundle({ locale: 'en-US', namespace: 'validation', resources: wordsOfChecks }),
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'structure',
    resources: {
      'panes.document-list-pane.no-documents-of-type.text': 'Nothing here yet',
      'panes.document-list-pane.no-matching-documents.text': 'Nothing here yet',
    },
  }),
]
